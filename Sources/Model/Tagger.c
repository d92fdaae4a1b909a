#include "Model.h"

static const _Alignas(8) uint8_t tagger[] = {
#embed "tagger.bin"
};

const uint8_t *hearsay_tagger_bytes(void) { return tagger; }

size_t hearsay_tagger_size(void) { return sizeof(tagger); }
