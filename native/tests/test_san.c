// SPDX-License-Identifier: GPL-2.0-only
/* Ports, the name server, ELS. */
#include "san_bed.h"

#define CT(code, words) {1, 0, 0, 0, 0xfc, 2, 0, 0, (code) >> 8, (code) & 0xff, (words) >> 8, (words) & 0xff}

static void opens_and_closes_ports(void)
{
    struct driver d = {0};
    uint32_t a, b, wka, lun;
    struct zl_fsf_qtcb *q;

    bed_open(&d);
    CHECK_EQ(FSF_GOOD, bed_open_port(&d, 0xfffffc, &wka));
    CHECK_EQ(0x00fc00fc, wka);
    CHECK_EQ(FSF_PORT_ALREADY_OPEN, bed_open_port(&d, 0xfffffc, &wka));
    CHECK_EQ(FSF_GOOD, bed_close_port(&d, FSF_QTCB_CLOSE_PORT, 0x00fc00fc));
    CHECK_EQ(FSF_PORT_HANDLE_NOT_VALID, bed_close_port(&d, FSF_QTCB_CLOSE_PORT, 0x00fc00fc));
    CHECK_EQ(FSF_GOOD, bed_open_port(&d, D_ID_A, &a));
    CHECK_EQ(0x11, a);
    CHECK_EQ(FSF_PORT_ALREADY_OPEN, bed_open_port(&d, D_ID_A, &b));
    CHECK_EQ(FSF_GOOD, bed_open_port(&d, D_ID_B, &b));
    CHECK_EQ(0x12, b);
    CHECK_EQ(FSF_ADAPTER_STATUS_AVAILABLE, bed_open_port(&d, 0x090909, &wka));
    CHECK_EQ(FSF_GOOD, bed_open_lun(&d, a, LUN_0, &lun));
    CHECK_EQ(0x1110, lun);
    CHECK_EQ(FSF_LUN_ALREADY_OPEN, bed_open_lun(&d, a, LUN_0, &wka));
    CHECK_EQ(FSF_ADAPTER_STATUS_AVAILABLE, bed_open_lun(&d, b, LUN_0, &wka));
    CHECK_EQ(FSF_PORT_HANDLE_NOT_VALID, bed_open_lun(&d, 0x99, LUN_0, &wka));
    CHECK_EQ(FSF_LUN_HANDLE_NOT_VALID, bed_close_lun(&d, b, lun));
    CHECK_EQ(FSF_GOOD, bed_close_lun(&d, a, lun));
    CHECK_EQ(FSF_LUN_HANDLE_NOT_VALID, bed_close_lun(&d, a, lun));
    CHECK_EQ(FSF_GOOD, bed_open_lun(&d, a, LUN_0, &lun));
    CHECK_EQ(FSF_GOOD, bed_close_port(&d, FSF_QTCB_CLOSE_PHYSICAL_PORT, a));
    CHECK_EQ(FSF_LUN_HANDLE_NOT_VALID, bed_close_lun(&d, a, lun));
    CHECK_EQ(FSF_GOOD, bed_close_port(&d, FSF_QTCB_CLOSE_PORT, a));
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_ADAPTER_FEATURES, 0x1338));
    q = driver_qtcb(&d, FSF_QTCB_OPEN_PORT_WITH_DID, FSF_SUPPORT_COMMAND);
    HW_PUT(false, q->bottom.support.d_id, D_ID_A);
    CHECK(driver_do(&d, q, SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0));
    CHECK_EQ(116, HW_GET(false, q->bottom.support.els1_length));
    CHECK_EQ(WWPN_A, be64(q->bottom.support.els + 20));
    CHECK_EQ(WWNN, be64(q->bottom.support.els + 28));
    CHECK_EQ(2048, be16(q->bottom.support.els + 10));
    CHECK_EQ(3, HW_GET(false, q->bottom.support.connection_info));
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_MAX_PORTS, 2));
    CHECK_EQ(FSF_GOOD, bed_close_port(&d, FSF_QTCB_CLOSE_PORT, b));
    CHECK_EQ(FSF_GOOD, bed_open_port(&d, D_ID_B, &b));
    CHECK_EQ(FSF_GOOD, bed_close_port(&d, FSF_QTCB_CLOSE_PORT, b));
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_MAX_PORTS, 1));
    CHECK_EQ(FSF_MAXIMUM_NUMBER_OF_PORTS_EXCEEDED, bed_open_port(&d, D_ID_B, &b));
    driver_close(&d, true);
}

static void lists_ports(void)
{
    static const uint8_t request[20] = CT(0x0172, 0x0ffc);
    struct driver d = {0};
    uint8_t gpn[20], *page;
    uint32_t wka;
    struct area rsp[4];

    driver_open(&d, NULL);
    bed_open(&d);
    memcpy(gpn, request, sizeof(gpn));
    gpn[19] = 8;
    page = driver_alloc(&d, 4 * 4096, 4096);
    for (int i = 0; i < 4; i++)
        rsp[i] = (struct area){page + i * 4096, 4096};
    CHECK_EQ(FSF_PORT_HANDLE_NOT_VALID, bed_ct(&d, 0x00fc00fc, gpn, 20, rsp, 4));
    CHECK_EQ(FSF_GOOD, bed_open_port(&d, 0xfffffc, &wka));
    CHECK_EQ(FSF_GOOD, bed_ct(&d, wka, gpn, 20, rsp, 4));
    CHECK_EQ(0x8002, be16(page + 8));
    CHECK_EQ(0, be16(page + 10));
    CHECK_EQ(0x00010200, be32(page + 16));
    CHECK_EQ(WWPN_A, be64(page + 24));
    CHECK_EQ(0x80010100, be32(page + 48));
    CHECK_EQ(0xc05076ffe4801000, be64(page + 56));

    for (uint32_t i = 0; i < 1200; i++)
        CHECK_EQ(0, fcp_port_add(d.ch, &(struct fcp_port){.wwpn = 0x5000000000000000 + i, .d_id = 0x020000 + i}, 0));
    memset(page, 0, 4 * 4096);
    CHECK_EQ(FSF_GOOD, bed_ct(&d, wka, gpn, 20, rsp, 4));
    CHECK_EQ((1203 - 1023) * 4, be16(page + 10));
    CHECK_EQ(0x02000000 >> 8 | 1020, be32(page + 1023 * 16));
    CHECK_EQ(0x020000 | 253, be32(page + 256 * 16));

    gpn[10] = 0;
    gpn[11] = 16;                   /* room for four entries */
    memset(page, 0xee, 4096);
    CHECK_EQ(FSF_GOOD, bed_ct(&d, wka, gpn, 20, rsp, 4));
    CHECK_EQ((1203 - 4) * 4, be16(page + 10));
    CHECK_EQ(0xee, page[80]);
    gpn[19] = 5;
    CHECK_EQ(FSF_GOOD, bed_ct(&d, wka, gpn, 20, rsp, 4));
    CHECK_EQ(0x8001, be16(page + 8));
    CHECK_EQ(9, page[13]);
    driver_close(&d, true);
}

static struct fcp_fault rule(uint32_t action)
{
    return (struct fcp_fault){.sub = FCP_ANY,
                              .count = -1,
                              .action = action,
                              .command = FCP_FAULT_ANY,
                              .opcode = FCP_FAULT_ANY,
                              .fcp_lun = FCP_FAULT_ANY_LUN};
}

static void spoils_answers_by_rule(void)
{
    struct driver d = {0};
    uint8_t gpn[20] = CT(0x0172, 0x0ffc), *page;
    struct fcp_fault f;
    struct area rsp;
    uint32_t wka, port;

    bed_open(&d);
    gpn[19] = 8;
    page = driver_alloc(&d, 4096, 4096);
    rsp = (struct area){page, 4096};
    CHECK_EQ(FSF_GOOD, bed_open_port(&d, 0xfffffc, &wka));
    f = rule(FCP_FAULT_CT_REJECT);
    f.opcode = 0x0172;
    f.value = 9;
    CHECK(fcp_fault_add(d.ch, &f) > 0);
    CHECK_EQ(FSF_GOOD, bed_ct(&d, wka, gpn, 20, &rsp, 1));
    CHECK_EQ(0x8001, be16(page + 8));
    CHECK_EQ(9, page[13]);
    f = rule(FCP_FAULT_CT_RESIDUAL);
    f.value = 4;
    CHECK(fcp_fault_add(d.ch, &f) > 0);
    CHECK_EQ(FSF_GOOD, bed_ct(&d, wka, gpn, 20, &rsp, 1));
    CHECK_EQ(4, be16(page + 10));
    f = rule(FCP_FAULT_CT_NO_LAST);
    CHECK(fcp_fault_add(d.ch, &f) > 0);
    CHECK_EQ(FSF_GOOD, bed_ct(&d, wka, gpn, 20, &rsp, 1));
    CHECK_EQ(0, page[16] | page[32] | page[48]);
    f = rule(FCP_FAULT_FSF_STATUS);
    f.value = FSF_PORT_BOXED;
    f.wwpn = WWPN_B;
    CHECK(fcp_fault_add(d.ch, &f) > 0);
    CHECK_EQ(FSF_GOOD, bed_open_port(&d, D_ID_A, &port));
    CHECK_EQ(FSF_PORT_BOXED, bed_open_port(&d, D_ID_B, &port));
    driver_close(&d, true);
}

static void knows_names(void)
{
    struct driver d = {0}, e = {0};
    uint8_t gid[24] = CT(0x0121, 1), gspn[20] = CT(0x0118, 64), rspn[24] = CT(0x0218, 64), *page;
    struct area rsp;
    uint32_t wka;

    bed_open(&d);
    page = driver_alloc(&d, 4096, 4096);
    rsp = (struct area){page, 4096};
    CHECK_EQ(FSF_GOOD, bed_open_port(&d, 0xfffffc, &wka));
    put_be64(gid + 16, WWPN_B);
    CHECK_EQ(FSF_GOOD, bed_ct(&d, wka, gid, 24, &rsp, 1));
    CHECK_EQ(D_ID_B, be32(page + 16));
    CHECK_EQ(0, fcp_port_remove(d.ch, WWPN_B, 0));
    CHECK_EQ(FCP_ENOENT, fcp_port_remove(d.ch, WWPN_B, 0));
    CHECK_EQ(FSF_GOOD, bed_ct(&d, wka, gid, 24, &rsp, 1));
    CHECK_EQ(0x8001, be16(page + 8));
    put_be24(gspn + 17, 0x010100);
    CHECK_EQ(FSF_GOOD, bed_ct(&d, wka, gspn, 20, &rsp, 1));
    CHECK_EQ(12, page[16]);
    CHECK(!memcmp(page + 17, "IBM FCP mock", 12));
    put_be24(rspn + 17, 0x010100);
    rspn[20] = 3;
    memcpy(rspn + 21, "abc", 3);
    CHECK_EQ(FSF_GOOD, bed_ct(&d, wka, rspn, 24, &rsp, 1));
    CHECK_EQ(0x8002, be16(page + 8));
    CHECK_EQ(FSF_GOOD, bed_ct(&d, wka, gspn, 20, &rsp, 1));
    CHECK_EQ(3, page[16]);
    rspn[20] = 200;                 /* longer than the request */
    CHECK_EQ(FSF_GOOD, bed_ct(&d, wka, rspn, 24, &rsp, 1));
    CHECK_EQ(0x8001, be16(page + 8));
    gspn[9] = 0x44;
    CHECK_EQ(FSF_GOOD, bed_ct(&d, wka, gspn, 20, &rsp, 1));
    CHECK_EQ(0x0b, page[13]);

    driver_open(&e, d.ch);
    CHECK_EQ(0, fcp_set(d.ch, e.sub, FCP_P_ZONES, 1));
    CHECK(driver_up(&e));
    CHECK(driver_do(&e, driver_qtcb(&e, FSF_QTCB_EXCHANGE_CONFIG_DATA, FSF_CONFIG_COMMAND), SBAL_SFLAGS0_TYPE_READ,
                    NULL, 0, 0));
    put_be64(gid + 16, 0xc05076ffe4801001);
    CHECK_EQ(FSF_GOOD, bed_ct(&d, wka, gid, 24, &rsp, 1));
    CHECK_EQ(0x010101, be32(page + 16));
    driver_close(&e, false);
    driver_close(&d, true);
}

static void answers_adisc(void)
{
    struct driver d = {0};
    uint8_t adisc[28] = {0x52}, *page;
    struct area rsp;
    uint32_t port;
    struct fcp_fault f = rule(FCP_FAULT_WWPN);

    bed_open(&d);
    page = driver_alloc(&d, 4096, 4096);
    rsp = (struct area){page, 28};
    CHECK_EQ(FSF_ELS_COMMAND_REJECTED, bed_els(&d, D_ID_A, adisc, 28, &rsp));
    CHECK_EQ(FSF_GOOD, bed_open_port(&d, D_ID_A, &port));
    CHECK_EQ(FSF_GOOD, bed_els(&d, D_ID_A, adisc, 28, &rsp));
    CHECK_EQ(2, page[0]);
    CHECK_EQ(WWPN_A, be64(page + 8));
    CHECK_EQ(D_ID_A, be24(page + 25));
    f.opcode = 0x52;
    f.qual[0] = 0x11111111;
    f.qual[1] = 0x22222222;
    CHECK(fcp_fault_add(d.ch, &f) > 0);
    CHECK_EQ(FSF_GOOD, bed_els(&d, D_ID_A, adisc, 28, &rsp));
    CHECK_EQ(0x1111111122222222, be64(page + 8));
    adisc[0] = 0x20;
    CHECK_EQ(FSF_ELS_COMMAND_REJECTED, bed_els(&d, D_ID_A, adisc, 28, &rsp));
    CHECK_EQ(1, page[0]);
    CHECK_EQ(FSF_ADAPTER_STATUS_AVAILABLE, bed_els(&d, 0x070707, adisc, 28, &rsp));
    adisc[0] = 0x52;
    CHECK_EQ(0, fcp_port_els(d.ch, WWPN_A, 5));
    CHECK_EQ(FSF_ELS_COMMAND_REJECTED, bed_els(&d, D_ID_A, adisc, 28, &rsp));
    driver_close(&d, true);
}

static void ports_come_and_go(void)
{
    struct driver d = {0};
    struct zl_fsf_status_read_buffer *s[4];
    uint32_t port, lun, other;
    struct fcp_port back = {.wwpn = WWPN_A, .wwnn = WWNN, .d_id = 0x050505};

    bed_open(&d);
    for (int i = 0; i < 4; i++)
        driver_send_srb(&d, s[i] = driver_alloc(&d, 4096, 4096));
    driver_run(&d);
    CHECK_EQ(FSF_GOOD, bed_open_port(&d, D_ID_A, &port));
    CHECK_EQ(FSF_GOOD, bed_open_lun(&d, port, LUN_0, &lun));
    CHECK_EQ(0, fcp_port_remove(d.ch, WWPN_A, 1));
    driver_run(&d);
    while (driver_response(&d))
        ;
    CHECK_EQ(FSF_STATUS_READ_INCOMING_ELS, HW_GET(false, s[0]->status_type));
    CHECK_EQ(D_ID_A, be24(s[0]->payload.data + 5));
    CHECK_EQ(FSF_ADAPTER_STATUS_AVAILABLE, bed_open_lun(&d, port, LUN_1, &other));
    CHECK_EQ(FSF_GOOD, bed_close_port(&d, FSF_QTCB_CLOSE_PHYSICAL_PORT, port));
    CHECK_EQ(FSF_GOOD, bed_close_port(&d, FSF_QTCB_CLOSE_PORT, port));
    CHECK_EQ(0, fcp_port_add(d.ch, &back, 1));
    driver_run(&d);
    while (driver_response(&d))
        ;
    CHECK_EQ(0x050505, be24(s[1]->payload.data + 5));
    CHECK_EQ(FSF_GOOD, bed_open_port(&d, 0x050505, &port));
    CHECK_EQ(FSF_GOOD, bed_open_lun(&d, port, LUN_0, &lun));
    CHECK_EQ(0, fcp_port_els(d.ch, WWPN_A, 3));
    driver_run(&d);
    CHECK_EQ(64 + 116, HW_GET(false, s[2]->length));
    CHECK_EQ(WWPN_A, be64(s[2]->payload.data + 20));
    CHECK_EQ(FCP_EINVAL, fcp_port_add(d.ch, &(struct fcp_port){.wwpn = 1, .d_id = 0xfffffc}, 0));
    driver_close(&d, true);
}

/* Without multiple buffers: two areas, or a chain with the request in SBALs of its own. */
static void takes_unchained_and_chained_requests(void)
{
    struct driver d = {0};
    struct zl_fsf_qtcb *q;
    uint8_t *request, *page;
    struct area areas[2];

    driver_open(&d, NULL);
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_QDIOAC2, 0));
    bed_open(&d);
    request = driver_alloc(&d, 24, 16);
    memcpy(request, (uint8_t[16])CT(0x0121, 1), 16);
    put_be64(request + 16, WWPN_B);
    page = driver_alloc(&d, 4096, 4096);
    areas[0] = (struct area){request, 24};
    areas[1] = (struct area){page, 20};
    CHECK_EQ(FSF_GOOD, bed_open_port(&d, 0xfffffc, &(uint32_t){0}));
    q = driver_qtcb(&d, FSF_QTCB_SEND_GENERIC, FSF_SUPPORT_COMMAND);
    HW_PUT(false, q->header.port_handle, 0x00fc00fc);
    CHECK(driver_do(&d, q, SBAL_SFLAGS0_TYPE_WRITE_READ, areas, 2, 0));
    CHECK_EQ(FSF_GOOD, bed_status(&d, q));
    CHECK_EQ(D_ID_B, be32(page + 16));
    q = driver_qtcb(&d, FSF_QTCB_SEND_GENERIC, FSF_SUPPORT_COMMAND);
    HW_PUT(false, q->header.port_handle, 0x00fc00fc);
    HW_PUT(false, q->bottom.support.req_buf_length, 24);
    HW_PUT(false, q->bottom.support.resp_buf_length, 20);
    CHECK(driver_do(&d, q, SBAL_SFLAGS0_TYPE_WRITE_READ, areas, 2, 0));
    CHECK_EQ(FSF_GOOD, bed_status(&d, q));
    q = driver_qtcb(&d, FSF_QTCB_SEND_GENERIC, FSF_SUPPORT_COMMAND);
    HW_PUT(false, q->header.port_handle, 0x00fc00fc);
    HW_PUT(false, q->bottom.support.req_buf_length, 23);
    CHECK(driver_do(&d, q, SBAL_SFLAGS0_TYPE_WRITE_READ, areas, 2, 0));
    CHECK_EQ(FSF_SBAL_MISMATCH, bed_status(&d, q));
    q = driver_qtcb(&d, FSF_QTCB_SEND_GENERIC, FSF_SUPPORT_COMMAND);
    HW_PUT(false, q->header.port_handle, 0x00fc00fc);
    HW_PUT(false, q->bottom.support.req_buf_length, 24);
    HW_PUT(false, q->bottom.support.resp_buf_length, 21);
    CHECK(driver_do(&d, q, SBAL_SFLAGS0_TYPE_WRITE_READ, areas, 2, 0));
    CHECK_EQ(FSF_PAYLOAD_SIZE_MISMATCH, bed_status(&d, q));
    driver_close(&d, true);
}

static const struct test tests[] = {
    TEST(opens_and_closes_ports), TEST(lists_ports), TEST(spoils_answers_by_rule),
    TEST(knows_names),            TEST(answers_adisc), TEST(ports_come_and_go),
    TEST(takes_unchained_and_chained_requests),
};

CHECK_MAIN(tests)
