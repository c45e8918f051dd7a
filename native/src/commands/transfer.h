// SPDX-License-Identifier: GPL-2.0-only
/* The data areas of a request as one span of bytes. */
#ifndef FCPMOCK_TRANSFER_H
#define FCPMOCK_TRANSFER_H

#include "state/state.h"

/* transfer.c */
struct span {
    const struct segment *segment;
    uint32_t segments;
    uint64_t length;
};

struct span span_of(const struct command *c, uint32_t first, uint32_t count);
uint64_t span_put(const struct span *s, uint64_t offset, const void *from, uint64_t length);
uint64_t span_get(const struct span *s, uint64_t offset, void *to, uint64_t length);
uint64_t span_zero(const struct span *s, uint64_t offset, uint64_t length);
/* Request and response buffers of a CT or ELS command; false: a status was set. */
bool ct_els_spans(struct command *c, struct span *request, struct span *response);
/* CT or ELS command that a request carries, for fault rules. */
uint32_t ct_els_opcode(const struct command *c, uint32_t code);

#endif
