#include "Model.h"

static const _Alignas(16) uint8_t labeller[] = {
#embed "labeller.bin"
};

const uint8_t *hearsay_labeller_bytes(void) { return labeller; }

size_t hearsay_labeller_size(void) { return sizeof(labeller); }
