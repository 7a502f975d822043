"""The network of this chapter in Keras 3."""

import numpy as np
from keras import Input, Sequential, initializers, layers, optimizers

curve = np.linspace(-1, 1, 1000)
x = np.column_stack([np.tile(curve, 2), np.concatenate([curve**2, curve**2 - 0.5])])
y = np.repeat([0, 1], 1000)

# ANCHOR: model
glorot, small = initializers.GlorotNormal(), initializers.RandomNormal(stddev=0.05)
model = Sequential([
    Input(shape=(2,)),
    layers.Dense(2, activation="tanh", kernel_initializer=glorot),
    layers.Dense(1, activation="sigmoid", kernel_initializer=small),
])
# ANCHOR_END: model

# ANCHOR: fit
sgd = optimizers.SGD(learning_rate=0.05)
model.compile(optimizer=sgd, loss="binary_crossentropy", metrics=["accuracy"])
model.fit(x, y, batch_size=16, epochs=150)
# ANCHOR_END: fit

print(model.get_weights())
