// SPDX-License-Identifier: GPL-2.0-only
#include "driver.h"

#include <stdlib.h>

#include "check.h"

enum { IN, OUT };

void driver_open(struct driver *d, fcp_channel *ch)
{
    memset(d, 0, sizeof(*d));
    d->ch = ch ? ch : fcp_channel_create();
    d->sub = fcp_subchannel_add(d->ch, "0.0.1900", 0, 0);
    CHECK(d->sub >= 0);
    d->storage = aligned_alloc(4096, DRIVER_STORAGE);
    CHECK(d->storage != NULL);
    memset(d->storage, 0, DRIVER_STORAGE);
    CHECK_EQ(0, fcp_storage_add(d->ch, (uint64_t)(uintptr_t)d->storage, DRIVER_STORAGE));
    driver_geometry(d, ZL_SBALS_PER_QUEUE, ZL_SBALES_PER_SBAL, 1, false);
}

void driver_close(struct driver *d, bool with_channel)
{
    fcp_clear(d->ch, d->sub);
    CHECK_EQ(0, fcp_storage_remove(d->ch, (uint64_t)(uintptr_t)d->storage));
    if (with_channel)
        fcp_channel_destroy(d->ch);
    free(d->storage);
}

void *driver_alloc(struct driver *d, uint64_t size, uint64_t align)
{
    uint64_t at = (d->used + align - 1) / align * align;

    CHECK(at + size <= DRIVER_STORAGE);
    d->used = at + size;
    return d->storage + at;
}

static uint64_t address(const void *p)
{
    return (uint64_t)(uintptr_t)p;
}

void driver_geometry(struct driver *d, uint32_t count, uint32_t sbales, uint32_t stride, bool little)
{
    d->count = count;
    d->sbales = sbales;
    d->stride = stride;
    d->little = little;
    fcp_set(d->ch, d->sub, FCP_P_SBALS_PER_QUEUE, count);
    fcp_set(d->ch, d->sub, FCP_P_SBALES_PER_SBAL, sbales);
    fcp_set(d->ch, d->sub, FCP_P_SLSB_STRIDE, stride);
    fcp_set(d->ch, d->sub, FCP_P_LITTLE_ENDIAN, little);
    d->used = 4096;
    d->qdr = driver_alloc(d, sizeof(*d->qdr), 4096);
    d->qib = driver_alloc(d, sizeof(*d->qib), 256);
    for (int q = IN; q <= OUT; q++) {
        d->slib[q] = driver_alloc(d, sizeof(*d->slib[q]), 2048);
        d->sl[q] = driver_alloc(d, count * sizeof(*d->sl[q]), 1024);
        d->slsb[q] = driver_alloc(d, (uint64_t)count * stride, 256);
        d->sbal[q] = driver_alloc(d, (uint64_t)count * sbales * 16, 4096);
    }
}

void driver_setup(struct driver *d)
{
    bool l = d->little;

    HW_PUT(l, d->qdr->qfmt, QDIO_ZFCP_QFMT);
    HW_PUT(l, d->qdr->ac, QDR_AC_MULTI_BUFFER_ENABLE);
    HW_PUT(l, d->qdr->iqdcnt, 1);
    HW_PUT(l, d->qdr->oqdcnt, 1);
    HW_PUT(l, d->qdr->iqdsz, sizeof(struct zl_qdesfmt0) / 4);
    HW_PUT(l, d->qdr->oqdsz, sizeof(struct zl_qdesfmt0) / 4);
    HW_PUT(l, d->qdr->qiba, address(d->qib));
    HW_PUT(l, d->qib->qfmt, QDIO_ZFCP_QFMT);
    HW_PUT(l, d->qib->rflags, QIB_RFLAGS_ENABLE_DATA_DIV);
    HW_PUT(l, d->qib->isliba, address(d->slib[IN]));
    HW_PUT(l, d->qib->osliba, address(d->slib[OUT]));
    for (int q = IN; q <= OUT; q++) {
        struct zl_qdesfmt0 *desc = &d->qdr->qdf0[q];

        HW_PUT(l, desc->sliba, address(d->slib[q]));
        HW_PUT(l, desc->sla, address(d->sl[q]));
        HW_PUT(l, desc->slsba, address(d->slsb[q]));
        HW_PUT(l, d->slib[q]->sla, address(d->sl[q]));
        HW_PUT(l, d->slib[q]->slsba, address(d->slsb[q]));
        for (uint32_t i = 0; i < d->count; i++) {
            HW_PUT(l, d->sl[q][i].sbal, driver_sbale(d, q, i, 0));
            driver_set_state(d, q, i, q == IN ? SLSB_P_INPUT_NOT_INIT : 0xa0);
        }
    }
    memset(d->sbal[OUT], 0, (size_t)d->count * d->sbales * 16);
    d->out_next = d->in_next = 0;
    d->seq_no = 0;
}

bool driver_up(struct driver *d)
{
    driver_setup(d);
    if (fcp_establish(d->ch, d->sub, address(d->qdr)) || !driver_run_until(d, FCP_STEP_INTERRUPT) ||
        d->last.dstat != (FCP_DSTAT_CHANNEL_END | FCP_DSTAT_DEVICE_END) || d->last.cstat)
        return false;
    if (fcp_activate(d->ch, d->sub))
        return false;
    for (uint32_t i = 0; i < d->count; i++)
        driver_set_state(d, IN, i, SLSB_CU_INPUT_EMPTY);
    return true;
}

uint8_t driver_state(const struct driver *d, int queue, uint32_t i)
{
    return slsb_get(address(d->slsb[queue]) + (uint64_t)i % d->count * d->stride);
}

void driver_set_state(struct driver *d, int queue, uint32_t i, uint8_t state)
{
    slsb_put(address(d->slsb[queue]) + (uint64_t)i % d->count * d->stride, state);
}

uint64_t driver_sbale(const struct driver *d, int queue, uint32_t sbal, uint32_t element)
{
    return address(d->sbal[queue]) + ((uint64_t)(sbal % d->count) * d->sbales + element) * 16;
}

int driver_run(struct driver *d)
{
    struct fcp_step s;
    int n = 0;

    while (fcp_step(d->ch, FCP_ANY, d->now_ns, &s) == 1) {
        d->last = s;
        n++;
    }
    return n;
}

bool driver_run_until(struct driver *d, uint32_t kind)
{
    while (fcp_step(d->ch, FCP_ANY, d->now_ns, &d->last) == 1)
        if (d->last.kind == kind)
            return true;
    return false;
}

struct zl_fsf_qtcb *driver_qtcb(struct driver *d, uint32_t command, uint32_t type)
{
    struct zl_fsf_qtcb *q = driver_alloc(d, sizeof(*q), 64);

    memset(q, 0, sizeof(*q));
    HW_PUT(d->little, q->prefix.qtcb_version, FSF_QTCB_CURRENT_VERSION);
    HW_PUT(d->little, q->prefix.qtcb_type, type);
    HW_PUT(d->little, q->header.fsf_command, command);
    return q;
}

/* Primes count SBALs from first on, and rings unless the channel is still at the one before. */
static void prime(struct driver *d, uint32_t first, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        driver_set_state(d, OUT, first + i, SLSB_CU_OUTPUT_PRIMED);
    d->out_next = (first + count) % d->count;
    if (driver_state(d, OUT, first + d->count - 1) != SLSB_CU_OUTPUT_PRIMED)
        fcp_siga(d->ch, d->sub, FCP_SIGA_WRITE, 0x80000000, 0);
}

uint64_t driver_send(struct driver *d, struct zl_fsf_qtcb *q, uint32_t sbtype, const struct area *areas, uint32_t n,
                     uint32_t data_div)
{
    uint32_t sbal = d->out_next, element = 2, sbals = 1;
    struct sbale e, head;

    HW_PUT(d->little, q->prefix.req_id, ++d->req_id);
    HW_PUT(d->little, q->prefix.req_seq_no, d->seq_no++);
    e = (struct sbale){.length = sizeof(*q), .addr = address(q)};
    for (uint32_t i = 0; i <= n; i++) {
        bool last = i == n;

        if (last || element == d->sbales)
            e.eflags = SBAL_EFLAGS_LAST_ENTRY;
        sbale_put(d->little, driver_sbale(d, OUT, sbal, element - 1), &e);
        if (last)
            break;
        if (element == d->sbales) {
            struct sbale first = sbale_get(d->little, driver_sbale(d, OUT, sbal, 0));

            first.sflags |= SBAL_SFLAGS0_MORE_SBALS;
            sbale_put(d->little, driver_sbale(d, OUT, sbal, 0), &first);
            sbal++;
            sbals++;
            element = 0;
        }
        e = (struct sbale){.length = areas[i].length, .addr = address(areas[i].at)};
        element++;
    }
    head = sbale_get(d->little, driver_sbale(d, OUT, d->out_next, 0));
    head.sflags |= SBAL_SFLAGS0_COMMAND | (uint8_t)sbtype;
    head.scount = (uint8_t)(sbals - 1);
    head.length = data_div;
    head.addr = d->req_id;
    sbale_put(d->little, driver_sbale(d, OUT, d->out_next, 0), &head);
    prime(d, d->out_next, sbals);
    return d->req_id;
}

uint64_t driver_send_srb(struct driver *d, struct zl_fsf_status_read_buffer *b)
{
    struct sbale head = {.sflags = SBAL_SFLAGS0_COMMAND, .addr = ++d->req_id};
    struct sbale e = {.eflags = SBAL_EFLAGS_LAST_ENTRY, .length = sizeof(*b), .addr = address(b)};

    sbale_put(d->little, driver_sbale(d, OUT, d->out_next, 0), &head);
    sbale_put(d->little, driver_sbale(d, OUT, d->out_next, 1), &(struct sbale){0});
    sbale_put(d->little, driver_sbale(d, OUT, d->out_next, 2), &e);
    prime(d, d->out_next, 1);
    return d->req_id;
}

/* The driver zeroes the SBALs that came back before it uses them again. */
static void reclaim(struct driver *d)
{
    for (uint32_t i = 0; i < d->count; i++)
        if (driver_state(d, OUT, i) == SLSB_P_OUTPUT_EMPTY)
            memset((void *)(uintptr_t)driver_sbale(d, OUT, i, 0), 0, (size_t)d->sbales * 16);
}

uint64_t driver_response(struct driver *d)
{
    uint64_t id;

    if (driver_state(d, IN, d->in_next) != SLSB_P_INPUT_PRIMED)
        return 0;
    id = sbale_get(d->little, driver_sbale(d, IN, d->in_next, 0)).addr;
    driver_set_state(d, IN, d->in_next, SLSB_CU_INPUT_EMPTY);
    d->in_next = (d->in_next + 1) % d->count;
    return id;
}

bool driver_do(struct driver *d, struct zl_fsf_qtcb *q, uint32_t sbtype, const struct area *areas, uint32_t n,
               uint32_t data_div)
{
    uint64_t id = driver_send(d, q, sbtype, areas, n, data_div);

    driver_run(d);
    reclaim(d);
    return driver_response(d) == id;
}
