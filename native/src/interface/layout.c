// SPDX-License-Identifier: GPL-2.0-only
/*
 * Proof that the declarations of zfcp_layout.h have the architected sizes and offsets, and their export as JSON,
 * so that another language can compare its own declarations with these.
 *
 * The lists in layout_*.inc are expanded twice: as static assertions, with the architected numbers on one side, and
 * as a table of what the compiler made of the declarations, without those numbers.
 */
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fcpmock.h"
#include "zfcp_layout.h"

#define S(type, bytes) _Static_assert(sizeof(struct zl_##type) == (bytes), "size of " #type);
#define F(type, name, member, off, bytes)                                                        \
    _Static_assert(offsetof(struct zl_##type, member) == (off), "offset of " #type "." name);    \
    _Static_assert(sizeof(((struct zl_##type *)0)->member) == (bytes), "size of " #type "." name);
#define E(type)
#include "interface/layout_part.inc"
#include "interface/layout_qdio.inc"
#include "interface/layout_qtcb.inc"
#include "interface/layout_srb.inc"
#undef S
#undef F
#undef E

struct row {
    const char *structure;      /* NULL: the end of a structure */
    const char *field;          /* NULL: the start of a structure */
    uint32_t offset;
    uint32_t size;
};

#define S(type, bytes) {#type, NULL, 0, sizeof(struct zl_##type)},
#define F(type, name, member, off, bytes) \
    {#type, name, offsetof(struct zl_##type, member), sizeof(((struct zl_##type *)0)->member)},
#define E(type) {NULL, NULL, 0, 0},
static const struct row rows[] = {
#include "interface/layout_qdio.inc"
#include "interface/layout_srb.inc"
#include "interface/layout_part.inc"
#include "interface/layout_qtcb.inc"
};
#undef S
#undef F
#undef E

#define ROWS (sizeof(rows) / sizeof(rows[0]))
#define ROW_CHARS 160           /* the longest field name has 62 characters */

static char text[ROWS * ROW_CHARS];

static void write_json(void)
{
    size_t at = 0;
    const char *before_struct = "[";
    const char *before_field = "";

    for (size_t i = 0; i < ROWS; i++) {
        const struct row *r = &rows[i];
        char *to = text + at;
        size_t room = sizeof(text) - at;
        int n;

        if (!r->structure) {
            n = snprintf(to, room, "]}");
        } else if (!r->field) {
            n = snprintf(to, room, "%s{\"struct\":\"%s\",\"size\":%u,\"fields\":[", before_struct, r->structure,
                         (unsigned)r->size);
            before_struct = ",\n";
            before_field = "";
        } else {
            n = snprintf(to, room, "%s{\"name\":\"%s\",\"offset\":%u,\"size\":%u}", before_field, r->field,
                         (unsigned)r->offset, (unsigned)r->size);
            before_field = ",";
        }
        at += (size_t)n;
    }
    snprintf(text + at, sizeof(text) - at, "]\n");
}

const char *fcp_layout_json(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;

    pthread_once(&once, write_json);
    return text;
}
