// The trained weights in the binary, as bytes. Their meaning is read in HearsayCore; see MODEL.md for their making.

#ifndef HEARSAY_MODEL_H
#define HEARSAY_MODEL_H

#include <stddef.h>
#include <stdint.h>

/// The first byte of `tagger.bin`, aligned to eight bytes; it lives as long as the program.
const uint8_t *_Nonnull hearsay_tagger_bytes(void);

/// The size of `tagger.bin` in bytes.
size_t hearsay_tagger_size(void);

/// The first byte of `labeller.bin`, aligned to sixteen bytes; it lives as long as the program.
const uint8_t *_Nonnull hearsay_labeller_bytes(void);

/// The size of `labeller.bin` in bytes.
size_t hearsay_labeller_size(void);

/// Has the nearest memory take in the bytes at an address: who gathers weights from many places says so ahead, and goes on meanwhile.
static inline void hearsay_fetch(const void *_Nonnull address) { __builtin_prefetch(address); }

#endif
