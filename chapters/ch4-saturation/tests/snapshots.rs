//! Locks every digit that the chapter prints and every byte that it draws.

lesson::lock!(ch4_saturation::CHAPTER);
