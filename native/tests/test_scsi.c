// SPDX-License-Identifier: GPL-2.0-only
/* FCP commands: data in both directions, sense, residuals, protection, task management, abort. */
#include "san_bed.h"

static uint32_t port, lun0, lun1;

static void open_all(struct driver *d)
{
    bed_open(d);
    CHECK_EQ(FSF_GOOD, bed_open_port(d, D_ID_A, &port));
    CHECK_EQ(FSF_GOOD, bed_open_lun(d, port, LUN_0, &lun0));
    CHECK_EQ(FSF_GOOD, bed_open_lun(d, port, LUN_1, &lun1));
}

static struct io command(const uint8_t *cdb, uint32_t length)
{
    struct io io = {.port = port, .lun = lun0, .fcp_lun = LUN_0, .direction = FSF_DATADIR_CMND};

    memcpy(io.cdb, cdb, length);
    return io;
}

static struct io rw10(bool write, uint32_t lba, uint32_t blocks)
{
    struct io io = {.port = port, .lun = lun0, .fcp_lun = LUN_0, .cdb = {write ? 0x2a : 0x28}};

    put_be32(io.cdb + 2, lba);
    put_be16(io.cdb + 7, blocks);
    io.direction = write ? FSF_DATADIR_WRITE : FSF_DATADIR_READ;
    io.dl = blocks * 512;
    return io;
}

static void one_area(struct io *io, void *at, uint32_t length)
{
    io->data[0] = (struct area){at, length};
    io->areas = 1;
    io->dl = length;
}

static void describes_the_disk(void)
{
    struct driver d = {0};
    uint8_t *page;
    struct io io;

    open_all(&d);
    page = driver_alloc(&d, 4096, 4096);
    io = command((uint8_t[]){0x00}, 1);
    CHECK_EQ(FSF_GOOD, bed_io(&d, &io));
    CHECK_EQ(5, HW_GET(false, io.q->prefix.prot_status_qual.latency_info.channel_lat));
    io = command((uint8_t[]){0x12, 0, 0, 0, 36}, 5);
    io.direction = FSF_DATADIR_READ;
    one_area(&io, page, 36);
    CHECK_EQ(FSF_GOOD, bed_io(&d, &io));
    CHECK(!memcmp(page + 8, "IBM     RAM DISK", 16));
    one_area(&io, page, 96);
    io.cdb[4] = 96;
    CHECK_EQ(FSF_FCP_RSP_AVAILABLE, bed_io(&d, &io));
    CHECK_EQ(8, bed_rsp_flags(&io));
    CHECK_EQ(60, bed_residual(&io));
    io = command((uint8_t[]){0x25}, 1);
    io.direction = FSF_DATADIR_READ;
    one_area(&io, page, 8);
    CHECK_EQ(FSF_GOOD, bed_io(&d, &io));
    CHECK_EQ(BLOCKS - 1, be32(page));
    CHECK_EQ(512, be32(page + 4));
    io = command((uint8_t[]){0x9e, 0x10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 32}, 14);
    io.direction = FSF_DATADIR_READ;
    one_area(&io, page, 32);
    CHECK_EQ(FSF_GOOD, bed_io(&d, &io));
    CHECK_EQ(BLOCKS - 1, be64(page));
    io = command((uint8_t[]){0xa0, 0, 0, 0, 0, 0, 0, 0, 2}, 9);
    io.direction = FSF_DATADIR_READ;
    one_area(&io, page, 512);
    CHECK_EQ(FSF_FCP_RSP_AVAILABLE, bed_io(&d, &io));
    CHECK_EQ(16, be32(page));
    CHECK_EQ(LUN_1, be64(page + 16));
    CHECK_EQ(512 - 24, bed_residual(&io));
    io = command((uint8_t[]){0x12, 1, 0x83, 0, 255}, 5);
    io.direction = FSF_DATADIR_READ;
    one_area(&io, page, 28);
    CHECK_EQ(FSF_FCP_RSP_AVAILABLE, bed_io(&d, &io) | (bed_rsp_flags(&io) ? 0u : FSF_FCP_RSP_AVAILABLE));
    CHECK_EQ(WWPN_A, be64(page + 20));
    io = command((uint8_t[]){0x1a, 0, 0x3f, 0, 4}, 5);
    io.direction = FSF_DATADIR_READ;
    one_area(&io, page, 4);
    CHECK_EQ(FSF_GOOD, bed_io(&d, &io));
    driver_close(&d, true);
}

static void pattern(uint8_t *p, uint32_t length, uint32_t seed)
{
    for (uint32_t i = 0; i < length; i++)
        p[i] = (uint8_t)(seed + i * 7 + (i >> 8) * 13);
}

/* Data areas of all sizes and numbers, through chains of up to 36 SBALs. */
static void moves_data(bool multi_buffer)
{
    static const uint32_t sizes[] = {1, 2, 13, 14, 15, 16, 29, 30, 31, 64, 255, 510, 574};
    struct driver d = {0};
    uint8_t *out, *in;

    driver_open(&d, NULL);
    if (!multi_buffer)
        CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_QDIOAC2, 0));
    open_all(&d);
    out = driver_alloc(&d, 1024 * 1024, 4096);
    in = driver_alloc(&d, 1024 * 1024, 4096);
    for (unsigned k = 0; k < sizeof(sizes) / sizeof(sizes[0]); k++) {
        uint32_t n = sizes[k];
        struct io w = rw10(true, k, n), r = rw10(false, k, n);

        pattern(out, n * 512, k);
        memset(in, 0, n * 512);
        w.areas = r.areas = n;
        for (uint32_t i = 0; i < n; i++) {
            w.data[i] = (struct area){out + i * 512, 512};
            r.data[i] = (struct area){in + i * 512, 512};
        }
        if (n > 2) {                /* areas need not end with a block */
            w.data[0].length += 100;
            w.data[1].at = out + 612;
            w.data[1].length -= 100;
        }
        CHECK_EQ(FSF_GOOD, bed_io(&d, &w));
        CHECK_EQ(FSF_GOOD, bed_io(&d, &r));
        CHECK(!memcmp(in, out, n * 512));
    }
    CHECK_EQ(0, fcp_lun_access(d.ch, WWPN_A, LUN_0, 12 * 512, (uint64_t)(uintptr_t)in, 512, 0));
    CHECK(!memcmp(in, out, 512));
    driver_close(&d, true);
}

static void moves_data_with_multiple_buffers(void)
{
    moves_data(true);
}

static void moves_data_with_single_buffers(void)
{
    moves_data(false);
}

static void reads_and_writes_by_all_commands(void)
{
    struct driver d = {0};
    uint8_t *page;
    struct io io;

    open_all(&d);
    page = driver_alloc(&d, 4096, 4096);
    pattern(page, 512, 1);
    io = command((uint8_t[]){0x0a, 0, 0, 5, 1}, 5);
    io.direction = FSF_DATADIR_WRITE;
    one_area(&io, page, 512);
    CHECK_EQ(FSF_GOOD, bed_io(&d, &io));
    memset(page, 0, 512);
    io = command((uint8_t[]){0x88, 0, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 1}, 14);
    io.direction = FSF_DATADIR_READ;
    one_area(&io, page, 512);
    CHECK_EQ(FSF_GOOD, bed_io(&d, &io));
    CHECK_EQ(8, page[1]);
    io.cdb[0] = 0x8a;
    io.cdb[9] = 6;
    io.direction = FSF_DATADIR_WRITE;
    CHECK_EQ(FSF_GOOD, bed_io(&d, &io));
    memset(page, 0, 512);
    io = command((uint8_t[]){0x08, 0, 0, 6, 1}, 5);
    io.direction = FSF_DATADIR_READ;
    one_area(&io, page, 512);
    CHECK_EQ(FSF_GOOD, bed_io(&d, &io));
    CHECK_EQ(8, page[1]);
    driver_close(&d, true);
}

static void reports_errors_as_sense(void)
{
    struct driver d = {0};
    uint8_t *page;
    struct io io;

    open_all(&d);
    page = driver_alloc(&d, 4096, 4096);
    io = rw10(false, BLOCKS, 1);
    one_area(&io, page, 512);
    CHECK_EQ(FSF_FCP_RSP_AVAILABLE, bed_io(&d, &io));
    CHECK_EQ(2, bed_scsi_status(&io));
    CHECK_EQ(2 | 8, bed_rsp_flags(&io));
    CHECK_EQ(0x052100, bed_sense(&io));
    CHECK_EQ(512, bed_residual(&io));
    io = command((uint8_t[]){0xee}, 1);
    CHECK_EQ(FSF_FCP_RSP_AVAILABLE, bed_io(&d, &io));
    CHECK_EQ(0x052000, bed_sense(&io));
    io = rw10(false, 0, 4);
    one_area(&io, page, 1024);
    CHECK_EQ(FSF_FCP_RSP_AVAILABLE, bed_io(&d, &io));
    CHECK_EQ(4, bed_rsp_flags(&io));
    CHECK_EQ(1024, bed_residual(&io));
    CHECK_EQ(0, fcp_lun_attention(d.ch, WWPN_A, LUN_0, 6, 0x3f, 0x0e));
    io = command((uint8_t[]){0x00}, 1);
    CHECK_EQ(FSF_FCP_RSP_AVAILABLE, bed_io(&d, &io));
    CHECK_EQ(0x063f0e, bed_sense(&io));
    CHECK_EQ(FSF_GOOD, bed_io(&d, &io));
    CHECK_EQ(0, fcp_lun_remove(d.ch, WWPN_A, LUN_0));
    CHECK_EQ(FSF_FCP_RSP_AVAILABLE, bed_io(&d, &io));
    CHECK_EQ(0x052500, bed_sense(&io));
    driver_close(&d, true);
}

static void checks_the_command(void)
{
    struct driver d = {0};
    uint32_t other;
    struct io io;
    uint8_t *page;

    open_all(&d);
    page = driver_alloc(&d, 4096, 4096);
    io = command((uint8_t[]){0x00}, 1);
    io.port = 0x77;
    CHECK_EQ(FSF_PORT_HANDLE_NOT_VALID, bed_io(&d, &io));
    io.port = port;
    io.lun = 0x7777;
    CHECK_EQ(FSF_LUN_HANDLE_NOT_VALID, bed_io(&d, &io));
    io.lun = lun0;
    io.fcp_lun = LUN_1;
    CHECK_EQ(FSF_FCPLUN_NOT_VALID, bed_io(&d, &io));
    io.fcp_lun = LUN_0;
    CHECK_EQ(FSF_GOOD, bed_open_port(&d, D_ID_B, &other));
    io.port = other;
    CHECK_EQ(FSF_HANDLE_MISMATCH, bed_io(&d, &io));
    io.port = port;
    io.direction = 0x99;
    CHECK_EQ(FSF_DIRECTION_INDICATOR_NOT_VALID, bed_io(&d, &io));
    io = rw10(false, 0, 8);
    one_area(&io, page, 512);
    io.dl = 4096;
    CHECK_EQ(FSF_SBAL_MISMATCH, bed_io(&d, &io));
    CHECK_EQ(0, fcp_port_remove(d.ch, WWPN_A, 0));
    io = command((uint8_t[]){0x00}, 1);
    CHECK_EQ(FSF_ADAPTER_STATUS_AVAILABLE, bed_io(&d, &io));
    CHECK_EQ(4, QUAL(&d, io.q, 0));
    driver_close(&d, true);
}

static uint16_t checksum(const uint8_t *p, uint32_t length)
{
    uint32_t sum = 0;

    for (uint32_t i = 0; i < length; i += 2)
        sum += (uint32_t)p[i] << 8 | p[i + 1];
    while (sum >> 16)
        sum = (sum & 0xffff) + (sum >> 16);
    return (uint16_t)~sum;
}

static struct io protected_io(bool write, uint8_t *prot, uint8_t *data)
{
    struct io io = rw10(write, 9, 8);

    io.lun = lun1;
    io.fcp_lun = LUN_1;
    io.direction = write ? FSF_DATADIR_DIF_WRITE_CONVERT : FSF_DATADIR_DIF_READ_CONVERT;
    io.dl = 8 * 520;
    io.block = 512;
    io.prot_length = 64;
    io.prot_areas = 1;
    io.data[0] = (struct area){prot, 64};
    io.data[1] = (struct area){data, 4096};
    io.areas = 2;
    return io;
}

static void checks_protection(void)
{
    struct driver d = {0};
    uint8_t *data, *prot;
    struct io io;

    open_all(&d);
    data = driver_alloc(&d, 4096, 4096);
    prot = driver_alloc(&d, 64, 64);
    pattern(data, 4096, 3);
    for (uint32_t i = 0; i < 8; i++) {
        put_be16(prot + i * 8, checksum(data + i * 512, 512));
        put_be32(prot + i * 8 + 4, 9 + i);
    }
    io = protected_io(true, prot, data);
    CHECK_EQ(FSF_GOOD, bed_io(&d, &io));
    memset(data, 0, 4096);
    memset(prot, 0, 64);
    io = protected_io(false, prot, data);
    CHECK_EQ(FSF_GOOD, bed_io(&d, &io));
    for (uint32_t i = 0; i < 8; i++) {
        CHECK_EQ(checksum(data + i * 512, 512), be16(prot + i * 8));
        CHECK_EQ(9 + i, be32(prot + i * 8 + 4));
    }
    io = protected_io(true, prot, data);
    data[700] ^= 1;
    CHECK_EQ(FSF_BLOCK_GUARD_CHECK_FAILURE, bed_io(&d, &io));
    data[700] ^= 1;
    prot[15]++;
    CHECK_EQ(FSF_REF_TAG_CHECK_FAILURE, bed_io(&d, &io));
    prot[15]--;
    io.prot_length = 56;
    CHECK_EQ(FSF_INCONSISTENT_PROT_DATA, bed_io(&d, &io));
    io = protected_io(true, prot, data);
    io.dl++;
    CHECK_EQ(FSF_INCONSISTENT_PROT_DATA, bed_io(&d, &io));
    io = protected_io(true, prot, data);
    io.lun = lun0;
    io.fcp_lun = LUN_0;
    CHECK_EQ(FSF_INVALID_PROT_PARM, bed_io(&d, &io));
    io = rw10(false, 9, 8);
    io.lun = lun1;
    io.fcp_lun = LUN_1;
    io.direction = FSF_DATADIR_DIF_READ_STRIP;
    one_area(&io, data, 4096);
    io.dl = 8 * 520;
    io.block = 512;
    memset(data, 0, 4096);
    CHECK_EQ(FSF_GOOD, bed_io(&d, &io));
    CHECK(data[100] != 0);
    driver_close(&d, true);
}

static void aborts_and_resets(void)
{
    struct driver d = {0};
    struct fcp_fault f = {.sub = FCP_ANY, .count = -3, .action = FCP_FAULT_SILENCE, .command = FSF_QTCB_FCP_CMND,
                          .opcode = 0, .fcp_lun = LUN_0};
    struct zl_fsf_qtcb *abort;
    struct io io, tmf;
    uint64_t id;

    open_all(&d);
    CHECK(fcp_fault_add(d.ch, &f) > 0);
    io = command((uint8_t[]){0x00}, 1);
    bed_io_setup(&d, &io);
    id = driver_send(&d, io.q, SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0);
    driver_run(&d);
    CHECK_EQ(0, driver_response(&d));
    abort = driver_qtcb(&d, FSF_QTCB_ABORT_FCP_CMND, FSF_SUPPORT_COMMAND);
    HW_PUT(false, abort->header.port_handle, port);
    HW_PUT(false, abort->header.lun_handle, lun0);
    HW_PUT(false, abort->bottom.support.req_handle, id);
    driver_send(&d, abort, SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0);
    driver_run(&d);
    CHECK_EQ(id, driver_response(&d));
    CHECK_EQ(id + 1, driver_response(&d));
    CHECK_EQ(FSF_ADAPTER_STATUS_AVAILABLE, FSF(&d, io.q));
    CHECK_EQ(6, QUAL(&d, io.q, 0));
    CHECK_EQ(FSF_GOOD, FSF(&d, abort));
    abort = driver_qtcb(&d, FSF_QTCB_ABORT_FCP_CMND, FSF_SUPPORT_COMMAND);
    HW_PUT(false, abort->header.port_handle, port);
    HW_PUT(false, abort->header.lun_handle, lun0);
    HW_PUT(false, abort->bottom.support.req_handle, id);
    CHECK(driver_do(&d, abort, SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0));
    CHECK_EQ(FSF_FCP_COMMAND_DOES_NOT_EXIST, FSF(&d, abort));

    f.opcode = FCP_FAULT_ANY;
    tmf = command((uint8_t[]){0x00}, 1);
    for (int target = 0; target < 2; target++) {
        io = command((uint8_t[]){0x00}, 1);
        bed_io_setup(&d, &io);
        id = driver_send(&d, io.q, SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0);
        driver_run(&d);
        tmf.tm_flags = target ? 0x20 : 0x10;
        tmf.cdb[0] = 0x77;
        bed_io_setup(&d, &tmf);
        driver_send(&d, tmf.q, SBAL_SFLAGS0_TYPE_WRITE, NULL, 0, 0);
        driver_run(&d);
        CHECK_EQ(id, driver_response(&d));
        CHECK_EQ(id + 1, driver_response(&d));
        CHECK_EQ(FSF_FCP_RSP_AVAILABLE, FSF(&d, tmf.q));
        CHECK_EQ(1, bed_rsp_flags(&tmf));
        CHECK_EQ(0, tmf.q->bottom.io.fcp_rsp.byte[27].b[0]);
        CHECK_EQ(6, QUAL(&d, io.q, 0));
    }
    tmf.tm_flags = 0x80;
    CHECK_EQ(FSF_FCP_RSP_AVAILABLE, bed_io(&d, &tmf));
    CHECK_EQ(4, tmf.q->bottom.io.fcp_rsp.byte[27].b[0]);
    driver_close(&d, true);
}

static void answers_by_rule(void)
{
    struct driver d = {0};
    struct fcp_fault f = {.sub = FCP_ANY, .count = -1, .action = FCP_FAULT_FCP_RSP, .command = FSF_QTCB_FCP_CMND,
                          .opcode = FCP_FAULT_ANY, .fcp_lun = FCP_FAULT_ANY_LUN, .data_length = 28,
                          .data = {[10] = 1, [23] = 4, [27] = 5}};
    struct io io;

    open_all(&d);
    CHECK(fcp_fault_add(d.ch, &f) > 0);
    io = command((uint8_t[]){0x00}, 1);
    CHECK_EQ(FSF_FCP_RSP_AVAILABLE, bed_io(&d, &io));
    CHECK_EQ(5, io.q->bottom.io.fcp_rsp.byte[27].b[0]);
    CHECK_EQ(FSF_GOOD, bed_io(&d, &io));
    driver_close(&d, true);
}

static void shares_a_disk(void)
{
    struct driver d = {0};
    uint8_t *page;
    uint32_t b, lun;
    struct io io;

    open_all(&d);
    page = driver_alloc(&d, 4096, 4096);
    CHECK_EQ(0, fcp_lun_share(d.ch, WWPN_B, LUN_0, WWPN_A, LUN_0));
    CHECK_EQ(FCP_EEXIST, fcp_lun_share(d.ch, WWPN_B, LUN_0, WWPN_A, LUN_0));
    CHECK_EQ(FCP_ENOENT, fcp_lun_share(d.ch, WWPN_B, LUN_1, WWPN_B, LUN_1));
    CHECK_EQ(FSF_GOOD, bed_open_port(&d, D_ID_B, &b));
    CHECK_EQ(FSF_GOOD, bed_open_lun(&d, b, LUN_0, &lun));
    io = rw10(true, 3, 1);
    pattern(page, 512, 9);
    one_area(&io, page, 512);
    CHECK_EQ(FSF_GOOD, bed_io(&d, &io));
    memset(page, 0, 512);
    io = rw10(false, 3, 1);
    io.port = b;
    io.lun = lun;
    one_area(&io, page, 512);
    CHECK_EQ(FSF_GOOD, bed_io(&d, &io));
    CHECK_EQ(9, page[0]);
    CHECK_EQ(0, fcp_lun_remove(d.ch, WWPN_A, LUN_0));
    CHECK_EQ(FSF_GOOD, bed_io(&d, &io));
    driver_close(&d, true);
}

static const struct test tests[] = {
    TEST(describes_the_disk),
    TEST(moves_data_with_multiple_buffers),
    TEST(moves_data_with_single_buffers),
    TEST(reads_and_writes_by_all_commands),
    TEST(reports_errors_as_sense),
    TEST(checks_the_command),
    TEST(checks_protection),
    TEST(aborts_and_resets),
    TEST(answers_by_rule),
    TEST(shares_a_disk),
};

CHECK_MAIN(tests)
