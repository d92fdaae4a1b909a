// The style sheet and the script of the fact-checker's page in the binary, as bytes.

#ifndef HEARSAY_PAGE_RESOURCES_H
#define HEARSAY_PAGE_RESOURCES_H

#include <stddef.h>
#include <stdint.h>

/// The first byte of `page.css`; it lives as long as the program.
const uint8_t *_Nonnull hearsay_page_style_bytes(void);

/// The size of `page.css` in bytes.
size_t hearsay_page_style_size(void);

/// The first byte of `page.js`; it lives as long as the program.
const uint8_t *_Nonnull hearsay_page_script_bytes(void);

/// The size of `page.js` in bytes.
size_t hearsay_page_script_size(void);

#endif
