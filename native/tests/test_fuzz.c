// SPDX-License-Identifier: GPL-2.0-only
/*
 * Arbitrary contents of main storage: SBALs, QTCBs and data that are valid, nearly valid, or not at all. Whatever the
 * channel makes of them, it stays within main storage and keeps its counts; the sanitizers tell.
 */
#include "san_bed.h"

#define ROUNDS 4000

static uint64_t seed = 0x9e3779b97f4a7c15;

static uint32_t rnd(uint32_t below)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (uint32_t)(seed >> 33) % below;
}

static uint64_t address(struct driver *d)
{
    switch (rnd(200)) {
    case 0:
        return rnd(1u << 16);
    case 1:
        return UINT64_MAX - rnd(4096);
    case 2:                         /* at the very end */
        return (uint64_t)(uintptr_t)d->storage + DRIVER_STORAGE - rnd(2048);
    default:
        return (uint64_t)(uintptr_t)d->storage + (4u << 20) + rnd(1u << 20) * 4ull % (3u << 20);
    }
}

static const uint32_t commands[] = {1, 1, 1, 1, 2, 5, 6, 7, 8, 9, 0xb, 0xc, 0xd, 0xe, 0x12, 0x77};
static const uint8_t operations[] = {0x00, 0x03, 0x08, 0x0a, 0x12, 0x1a, 0x25, 0x28, 0x2a, 0x2f, 0x5a, 0x88, 0x8a, 0x9e, 0xa0};
static const uint32_t directions[] = {1, 2, 4, 9, 10, 11, 12, 3};

/* An FCP command that makes sense more often than not; returns the type that SBALE 0 should have. */
static uint32_t any_io(struct zl_fsf_qtcb *q, uint32_t first, uint64_t bytes, uint32_t *data_div)
{
    uint8_t *iu = q->bottom.io.fcp_cmnd.byte->b;
    uint32_t direction = directions[rnd(8)];
    bool write = direction == 1 || direction == 9 || direction == 11;
    bool read = direction == 2 || direction == 10 || direction == 12;
    bool dix = direction > 10;
    uint32_t fit = (uint32_t)((dix ? bytes - first : bytes) / 512);
    uint32_t blocks = rnd(4) ? dix && fit > first / 8 ? first / 8 : fit : rnd(100);

    HW_PUT(false, q->bottom.io.data_direction, direction);
    HW_PUT(false, q->bottom.io.service_class, rnd(40) ? 3 : rnd(4));
    HW_PUT(false, q->bottom.io.fcp_cmnd_length, rnd(40) ? 32 : rnd(64));
    HW_PUT(false, q->bottom.io.data_block_length, rnd(10) ? 512 : rnd(5000));
    HW_PUT(false, q->bottom.io.prot_data_length, rnd(3) ? blocks * 8 : rnd(1000));
    put_be64(iu, rnd(20) ? LUN_1 : rnd(2) ? LUN_0 : rnd(1000));
    iu[10] = rnd(8) ? 0 : (uint8_t)(1 << rnd(8));
    iu[11] = (uint8_t)(rnd(30) ? (read ? 2 : 0) + (write ? 1 : 0) : (int)rnd(4));
    *data_div = rnd(20) ? dix : rnd(4);
    iu[12] = rnd(2) ? operations[rnd(sizeof(operations))] : write ? 0x2a : 0x28;
    put_be32(iu + 14, rnd(2) ? rnd(BLOCKS + 8) : rnd(1u << 30));
    put_be16(iu + 19, blocks);
    put_be32(iu + 28, rnd(4) ? blocks * (direction > 4 ? 520 : 512) : rnd(100000));
    return write ? 1 : read ? 2 : rnd(4);
}

struct shape {
    struct sbale e[40][16];
    uint32_t sbals;
    uint32_t first;                 /* length of the first data area */
    uint64_t bytes;                 /* of all */
};

static void any_shape(struct driver *d, struct shape *h)
{
    uint32_t longest = rnd(4) ? 600 : 5000;

    h->sbals = rnd(4) ? 1 : 1 + rnd(40);
    h->first = 0;
    h->bytes = 0;
    for (uint32_t s = 0; s < h->sbals; s++) {
        uint32_t last = s + 1 < h->sbals ? 15 : (s ? 0 : 2) + rnd(14);

        for (uint32_t i = 0; i < 16; i++) {
            struct sbale e = {.length = rnd(30) ? 1 + rnd(longest) : 0, .addr = address(d)};

            if (i > last || (!s && i < 2))
                e = (struct sbale){0};
            if (i == last || !rnd(300))
                e.eflags = SBAL_EFLAGS_LAST_ENTRY;
            if (!h->first)
                h->first = e.length;
            h->bytes += e.length;
            h->e[s][i] = e;
        }
        h->e[s][0].sflags |= s + 1 < h->sbals ? SBAL_SFLAGS0_MORE_SBALS : 0;
    }
}

static void any_request(struct driver *d, uint32_t port, uint32_t lun, struct shape *h)
{
    struct zl_fsf_qtcb *q = (struct zl_fsf_qtcb *)(d->storage + (4u << 20) + rnd(64) * 2048);
    uint8_t *b = (uint8_t *)q;
    uint32_t command = commands[rnd(sizeof(commands) / sizeof(commands[0]))], type = rnd(4);
    struct sbale *head = &h->e[0][0];

    for (uint32_t i = 0; i < sizeof(*q); i++)
        b[i] = rnd(4) ? 0 : (uint8_t)rnd(256);
    HW_PUT(false, q->prefix.qtcb_version, rnd(50) ? 1 : rnd(3));
    HW_PUT(false, q->prefix.qtcb_type, command <= 1 ? 1 : command == 0xd ? 3 : command == 0xe ? 4 : 2);
    HW_PUT(false, q->header.fsf_command, command);
    HW_PUT(false, q->header.port_handle, rnd(8) ? command == 0xc ? 0x00fc00fc : port : rnd(0x20));
    HW_PUT(false, q->header.lun_handle, rnd(8) ? lun : rnd(0x20000));
    head->length = rnd(4);
    if (command == 1) {
        type = any_io(q, h->first, h->bytes, &head->length);
    } else if (command == 5 || command == 0xb || command == 0xc) {
        type = 3;
        head->length = 1;
        HW_PUT(false, q->bottom.support.d_id, rnd(3) ? D_ID_A + rnd(2) * 0x100 : 0xfffff0 + rnd(16));
        HW_PUT(false, q->bottom.support.req_buf_length, rnd(20) ? h->first : rnd(5000));
        HW_PUT(false, q->bottom.support.resp_buf_length, rnd(20) ? h->bytes - h->first : rnd(5000));
        if (h->e[0][2].length >= 20 && h->e[0][2].addr % 8 == 0 && rnd(8)) {
            static const uint16_t ct[] = {0x0118, 0x0121, 0x0172, 0x0218};
            uint8_t *data = (uint8_t *)(uintptr_t)h->e[0][2].addr;

            if (data > d->storage + (4u << 20) && data + 20 < d->storage + DRIVER_STORAGE) {
                memset(data, 0, 20);
                data[0] = command == 0xb ? 0x52 : 1;
                data[4] = 0xfc;
                data[5] = 2;
                put_be16(data + 8, ct[rnd(4)]);
                put_be16(data + 10, rnd(5000));
                put_be32(data + 16, rnd(2) ? 8 : rnd(2) ? 0x010100 : rnd(1u << 30));
            }
        }
    }
    head->addr = ++d->req_id;
    head->scount = (uint8_t)(rnd(40) ? h->sbals - 1 : rnd(256));
    head->sflags |= (uint8_t)(rnd(60) ? SBAL_SFLAGS0_COMMAND | type << 3 : rnd(256));
    if (rnd(40))
        h->e[0][1] = (struct sbale){.length = sizeof(*q), .addr = (uint64_t)(uintptr_t)q};
    for (uint32_t s = 0; s < h->sbals; s++)
        for (uint32_t i = 0; i < 16; i++)
            sbale_put(false, driver_sbale(d, 1, d->out_next + s, i), &h->e[s][i]);
}

static void open_all(struct driver *d, uint32_t *port, uint32_t *lun)
{
    CHECK_EQ(FSF_GOOD, bed_open_port(d, 0xfffffc, port));
    CHECK_EQ(FSF_GOOD, bed_open_port(d, D_ID_A, port));
    CHECK_EQ(FSF_GOOD, bed_open_lun(d, *port, LUN_1, lun));
    CHECK(d->used < 4u << 20);
}

static void stays_within_storage(void)
{
    static struct shape h;
    struct driver d = {0};
    struct fcp_stats s;
    uint32_t port, lun;
    uint64_t used;

    driver_open(&d, NULL);
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_CHECK_SEQ_NO, 0));
    bed_open(&d);
    used = d.used;
    open_all(&d, &port, &lun);
    for (int round = 0; round < ROUNDS && !check_failed; round++) {
        any_shape(&d, &h);
        any_request(&d, port, lun, &h);
        for (uint32_t i = 0; i < h.sbals; i++)
            driver_set_state(&d, 1, d.out_next + i, SLSB_CU_OUTPUT_PRIMED);
        d.out_next = (d.out_next + h.sbals) % d.count;
        CHECK_EQ(0, fcp_siga(d.ch, d.sub, FCP_SIGA_WRITE, 0x80000000, 0));
        d.now_ns += 1000;
        driver_run(&d);
        while (driver_response(&d))
            ;
        CHECK_EQ(0, fcp_stats(d.ch, d.sub, &s));
        CHECK(s.srbs_now <= s.srbs_limit);
        CHECK_EQ(0, s.responses_waiting);
        CHECK_EQ(0, s.requests_pending);
        if (driver_state(&d, 1, d.out_next + d.count - 1) == SLSB_CU_OUTPUT_PRIMED || round % 40 == 39) {
            CHECK_EQ(0, fcp_clear(d.ch, d.sub));
            driver_run(&d);
            CHECK(driver_up(&d));
            d.used = used;
            open_all(&d, &port, &lun);
        }
    }
    CHECK(s.requests_fetched > ROUNDS / 2);
    CHECK(s.output_errors > ROUNDS / 20);
    CHECK(s.srbs_accepted > 0);
    driver_close(&d, true);
}

static const struct test tests[] = {TEST(stays_within_storage)};

CHECK_MAIN(tests)
