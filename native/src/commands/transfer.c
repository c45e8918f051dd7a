// SPDX-License-Identifier: GPL-2.0-only
/* Data between the channel and the data areas of a request. All addresses were checked when it was fetched. */
#include "commands/transfer.h"

#include <string.h>

#include "commands/status.h"

struct span span_of(const struct command *c, uint32_t first, uint32_t count)
{
    struct span s = {c->segment + first, count, 0};

    for (uint32_t i = 0; i < count; i++)
        s.length += s.segment[i].length;
    return s;
}

enum direction { PUT, GET, ZERO };

static uint64_t move(const struct span *s, uint64_t offset, uint8_t *host, uint64_t length, enum direction direction)
{
    uint64_t moved = 0;

    for (uint32_t i = 0; i < s->segments && moved < length; i++) {
        const struct segment *g = &s->segment[i];
        uint64_t n;
        uint8_t *area;

        if (offset >= g->length) {
            offset -= g->length;
            continue;
        }
        area = (uint8_t *)(uintptr_t)g->addr + offset;
        n = g->length - offset;
        offset = 0;
        if (n > length - moved)
            n = length - moved;
        watch((uint64_t)(uintptr_t)area, n, direction == GET ? FCP_READ : FCP_WRITE);
        if (direction == PUT)
            memcpy(area, host + moved, n);
        else if (direction == GET)
            memcpy(host + moved, area, n);
        else
            memset(area, 0, n);
        moved += n;
    }
    return moved;
}

uint64_t span_put(const struct span *s, uint64_t offset, const void *from, uint64_t length)
{
    return move(s, offset, (uint8_t *)(uintptr_t)from, length, PUT);
}

uint64_t span_get(const struct span *s, uint64_t offset, void *to, uint64_t length)
{
    return move(s, offset, to, length, GET);
}

uint64_t span_zero(const struct span *s, uint64_t offset, uint64_t length)
{
    return move(s, offset, NULL, length, ZERO);
}

/* How many data areas hold the first bytes exactly; 0: none do. */
static uint32_t areas_of(const struct command *c, uint64_t bytes)
{
    uint64_t sum = 0;

    for (uint32_t i = 0; i < c->segments; i++) {
        sum += c->segment[i].length;
        if (sum == bytes)
            return i + 1;
    }
    return 0;
}

/*
 * Three ways to tell the request from the response. With multiple buffers, SBALE 0 says how many data areas are the
 * request, and the QTCB how many bytes. Without, a chain has the request in SBALs of its own, and the QTCB says how many
 * bytes; or there are just two areas.
 */
bool ct_els_spans(struct command *c, struct span *request, struct span *response)
{
    uint32_t bytes = (uint32_t)QGET(c, bottom.support.req_buf_length);
    uint32_t room = (uint32_t)QGET(c, bottom.support.resp_buf_length);
    uint32_t areas;

    if (c->sub->multi_buffer)
        areas = c->data_div && areas_of(c, bytes) == c->data_div ? c->data_div : 0;
    else if (bytes)
        areas = areas_of(c, bytes);
    else
        areas = c->segments == 2;
    if (!areas || areas == c->segments) {
        command_fsf_status(c, FSF_SBAL_MISMATCH, 0, 0);
        return false;
    }
    *request = span_of(c, 0, areas);
    *response = span_of(c, areas, c->segments - areas);
    if ((c->sub->multi_buffer || bytes) && response->length != room) {
        command_fsf_status(c, FSF_PAYLOAD_SIZE_MISMATCH, 0, 0);
        return false;
    }
    return true;
}

uint32_t ct_els_opcode(const struct command *c, uint32_t code)
{
    struct span all = span_of(c, 0, c->segments);
    uint8_t head[10];

    if (span_get(&all, 0, head, sizeof(head)) < sizeof(head))
        return FCP_FAULT_ANY;
    return code == FSF_QTCB_SEND_ELS ? head[0] : be16(head + 8);
}
