"""The network of this chapter in PyTorch."""

import torch
from torch import nn

curve = torch.linspace(-1, 1, 1000)
x = torch.stack([curve.repeat(2), torch.cat([curve**2, curve**2 - 0.5])], dim=1)
y = torch.arange(2.0).repeat_interleave(1000)

# ANCHOR: model
model = nn.Sequential(nn.Linear(2, 2), nn.Tanh(), nn.Linear(2, 1))
nn.init.xavier_normal_(model[0].weight)
nn.init.normal_(model[2].weight, std=0.05)
nn.init.zeros_(model[0].bias)
nn.init.zeros_(model[2].bias)
# ANCHOR_END: model

# ANCHOR: loop
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
loss = nn.BCEWithLogitsLoss()
for epoch in range(150):
    for batch in torch.randperm(len(x)).split(16):
        optimizer.zero_grad()
        loss(model(x[batch]).squeeze(1), y[batch]).backward()
        optimizer.step()
# ANCHOR_END: loop

print(list(model.parameters()))
