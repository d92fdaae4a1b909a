#include "PageResources.h"

static const uint8_t style[] = {
#embed "page.css"
};

const uint8_t *hearsay_page_style_bytes(void) { return style; }

size_t hearsay_page_style_size(void) { return sizeof(style); }

static const uint8_t script[] = {
#embed "page.js"
};

const uint8_t *hearsay_page_script_bytes(void) { return script; }

size_t hearsay_page_script_size(void) { return sizeof(script); }
