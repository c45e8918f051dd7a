// SPDX-License-Identifier: GPL-2.0-only
/* Requests: protocol checks, chains, SBALs that make no sense, faults, interrupts, responses. */
#include "check.h"
#include "driver.h"

static struct zl_fsf_qtcb *config_qtcb(struct driver *d)
{
    return driver_qtcb(d, FSF_QTCB_EXCHANGE_CONFIG_DATA, FSF_CONFIG_COMMAND);
}

static uint32_t config_prot(struct driver *d)
{
    struct zl_fsf_qtcb *q = config_qtcb(d);

    CHECK(driver_do(d, q, SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0));
    return PROT(d, q);
}

static void tells_about_itself(void)
{
    struct driver d;
    struct zl_fsf_qtcb *q;

    driver_open(&d, NULL);
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_HOST_CONNECTION_TRIES, 2));
    CHECK(driver_up(&d));
    CHECK_EQ(FSF_PROT_HOST_CONNECTION_INITIALIZING, config_prot(&d));
    CHECK_EQ(FSF_PROT_HOST_CONNECTION_INITIALIZING, config_prot(&d));
    q = config_qtcb(&d);
    HW_PUT(false, q->bottom.config.feature_selection, 0x1308);
    CHECK(driver_do(&d, q, SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0));
    CHECK_EQ(FSF_PROT_GOOD, PROT(&d, q));
    CHECK_EQ(FSF_GOOD, FSF(&d, q));
    CHECK_EQ(d.req_id, HW_GET(false, q->header.req_handle));
    CHECK_EQ(0x718, HW_GET(false, q->bottom.config.lic_version));
    CHECK_EQ(0x1308, HW_GET(false, q->bottom.config.feature_selection));
    CHECK_EQ(1696, HW_GET(false, q->bottom.config.max_qtcb_size));
    CHECK_EQ(16, HW_GET(false, q->bottom.config.status_read_buf_num));
    CHECK_EQ(0x010100, HW_GET(false, q->bottom.config.s_id));
    CHECK_EQ(0xc05076ffe4801000, be64(q->bottom.config.nport_serv_param + 16));
    CHECK_EQ(0xf5, q->bottom.config.serial_number[17].b[0]);
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_FC_TOPOLOGY, FSF_TOPO_P2P));
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_PEER_D_ID, 0x0000ef));
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_PEER_WWPN, 0x500507630300c562));
    q = config_qtcb(&d);
    CHECK(driver_do(&d, q, SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0));
    CHECK_EQ(0xef, HW_GET(false, q->bottom.config.peer_d_id));
    CHECK_EQ(0x500507630300c562, be64(q->bottom.config.plogi_payload + 16));
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_CONFIG_INCOMPLETE, 0x20));
    q = config_qtcb(&d);
    CHECK(driver_do(&d, q, SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0));
    CHECK_EQ(FSF_EXCHANGE_CONFIG_DATA_INCOMPLETE, FSF(&d, q));
    CHECK_EQ(0x20, HW_GET(false, q->header.fsf_status_qual.link_down_info.error_code));
    CHECK_EQ(0, HW_GET(false, q->bottom.config.s_id));
    q = driver_qtcb(&d, FSF_QTCB_EXCHANGE_PORT_DATA, FSF_PORT_COMMAND);
    CHECK(driver_do(&d, q, SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0));
    CHECK_EQ(FSF_GOOD, FSF(&d, q));
    CHECK_EQ(0xc05076ffe4801000, HW_GET(false, q->bottom.port.wwpn));
    CHECK_EQ(0x34, HW_GET(false, q->bottom.port.supported_speed));
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_PORT_DATA_INCOMPLETE, 4));
    q = driver_qtcb(&d, FSF_QTCB_EXCHANGE_PORT_DATA, FSF_PORT_COMMAND);
    CHECK(driver_do(&d, q, SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0));
    CHECK_EQ(FSF_EXCHANGE_CONFIG_DATA_INCOMPLETE, FSF(&d, q));
    driver_close(&d, true);
}

static void checks_the_protocol(void)
{
    struct driver d;
    struct zl_fsf_qtcb *q, *again[3], *duplicate;

    driver_open(&d, NULL);
    CHECK(driver_up(&d));
    q = config_qtcb(&d);
    HW_PUT(false, q->prefix.qtcb_version, 2);
    CHECK(driver_do(&d, q, SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0));
    CHECK_EQ(FSF_PROT_QTCB_VERSION_ERROR, PROT(&d, q));
    CHECK_EQ(1, HW_GET(false, q->prefix.prot_status_qual.version_error.fsf_version));
    d.seq_no = 0;
    CHECK_EQ(FSF_PROT_GOOD, config_prot(&d));
    d.seq_no = 7;
    q = config_qtcb(&d);
    CHECK(driver_do(&d, q, SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0));
    CHECK_EQ(FSF_PROT_SEQ_NUMB_ERROR, PROT(&d, q));
    CHECK_EQ(1, HW_GET(false, q->prefix.prot_status_qual.sequence_error.exp_req_seq_no));
    d.seq_no = 1;
    q = driver_qtcb(&d, FSF_QTCB_EXCHANGE_CONFIG_DATA, FSF_PORT_COMMAND);
    CHECK(driver_do(&d, q, SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0));
    CHECK_EQ(FSF_PROT_UNSUPP_QTCB_TYPE, PROT(&d, q));
    q = driver_qtcb(&d, 0x12, FSF_SUPPORT_COMMAND);
    CHECK(driver_do(&d, q, SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0));
    CHECK_EQ(FSF_UNKNOWN_COMMAND, FSF(&d, q));
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_ANSWER_DELAY_NS, 1000));
    driver_send(&d, config_qtcb(&d), SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0);
    d.req_id--;
    q = config_qtcb(&d);
    driver_send(&d, q, SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0);
    driver_run(&d);
    d.now_ns = 1000;
    driver_run(&d);
    CHECK_EQ(FSF_PROT_DUPLICATE_REQUEST_ID, PROT(&d, q));
    /* Ids that only end alike are not duplicates. */
    q = config_qtcb(&d);
    driver_send(&d, q, SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0);
    for (int i = 0; i < 3; i++) {
        d.req_id += 255;
        again[i] = config_qtcb(&d);
        driver_send(&d, again[i], SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0);
    }
    d.req_id -= 257;
    duplicate = config_qtcb(&d);
    driver_send(&d, duplicate, SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0);
    driver_run(&d);
    d.now_ns = 2000;
    driver_run(&d);
    CHECK_EQ(FSF_PROT_GOOD, PROT(&d, q));
    for (int i = 0; i < 3; i++)
        CHECK_EQ(FSF_PROT_GOOD, PROT(&d, again[i]));
    CHECK_EQ(FSF_PROT_DUPLICATE_REQUEST_ID, PROT(&d, duplicate));
    driver_close(&d, true);
}

/* What a driver must not write; the channel says so in the SLSB, and goes on with the next SBAL. */
static void refuses_bad_sbals(void)
{
    struct driver d;
    static uint8_t outside[1696];
    const struct {
        struct sbale e[4];
        uint32_t detail;
    } bad[] = {
        {{{0}}, FCP_D_BAD_SBAL},
        {{{.sflags = 0x12}, {.length = 100, .addr = 4096}}, FCP_D_BAD_SBAL},
        {{{.sflags = 0x12}, {.length = 1696, .addr = 4096}}, FCP_D_BAD_ADDRESS},
        {{{.sflags = 0x12}, {.length = 1696, .addr = UINT64_MAX - 8}}, FCP_D_BAD_ADDRESS},
        {{{.sflags = 0x12}, {.length = 1696, .addr = (uint64_t)(uintptr_t)outside}}, FCP_D_BAD_ADDRESS},
        {{{.sflags = 0x02}, {0}, {.length = 4095, .addr = 4096}}, FCP_D_BAD_SBAL},
        {{{.sflags = 0x02}, {0}, {.length = 4096, .addr = 4096}}, FCP_D_BAD_ADDRESS},
        {{{.sflags = 0x06}, {0}, {.length = 4096, .addr = 4096}}, FCP_D_BAD_SBAL},
        {{{.sflags = 0x12, .scount = 3}, {.eflags = 0x40, .length = 1696, .addr = 1}}, FCP_D_BAD_SBAL},
        {{{.sflags = 0x12}, {.length = 1696, .addr = 1}, {.length = 4096, .addr = 64}}, FCP_D_BAD_ADDRESS},
    };

    driver_open(&d, NULL);
    CHECK(driver_up(&d));
    for (unsigned i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        uint32_t at = d.out_next;
        uint64_t valid = (uint64_t)(uintptr_t)driver_qtcb(&d, 0xd, 3);

        for (uint32_t k = 0; k < 4; k++) {
            struct sbale e = bad[i].e[k];

            if (e.addr == 1)
                e.addr = valid;     /* stands for a QTCB that is good */
            sbale_put(false, driver_sbale(&d, 1, at, k), &e);
        }
        driver_set_state(&d, 1, at, SLSB_CU_OUTPUT_PRIMED);
        d.out_next++;
        CHECK_EQ(0, fcp_siga(d.ch, d.sub, FCP_SIGA_WRITE, 0x80000000, 0));
        CHECK(driver_run_until(&d, FCP_STEP_FETCH));
        CHECK_EQ(bad[i].detail, d.last.detail);
        CHECK_EQ(SLSB_P_OUTPUT_ERROR, driver_state(&d, 1, at));
        memset((void *)(uintptr_t)driver_sbale(&d, 1, at, 0), 0, 256);
    }
    CHECK_EQ(FSF_PROT_GOOD, config_prot(&d));
    driver_close(&d, true);
}

static void takes_chains(void)
{
    struct driver d;
    static struct area areas[36 * 16];
    struct zl_fsf_qtcb *q;

    driver_open(&d, NULL);
    CHECK(driver_up(&d));
    for (unsigned i = 0; i < 36 * 16; i++)
        areas[i] = (struct area){d.storage + 4096, 512};
    for (uint32_t n = 1; n <= 36 * 16 - 2; n += n < 40 ? 1 : 97) {
        q = config_qtcb(&d);
        CHECK(driver_do(&d, q, SBAL_SFLAGS0_TYPE_READ, areas, n, 0));
        CHECK_EQ(FSF_PROT_GOOD, PROT(&d, q));
    }
    q = config_qtcb(&d);
    driver_send(&d, q, SBAL_SFLAGS0_TYPE_READ, areas, 36 * 16 - 1, 0);
    CHECK(driver_run_until(&d, FCP_STEP_FETCH));
    CHECK_EQ(FCP_D_BAD_SBAL, d.last.detail);
    driver_close(&d, true);
}

static void waits_for_the_rest_of_a_chain(void)
{
    struct driver d;
    struct zl_fsf_qtcb *q;
    uint32_t last;
    struct area areas[20];

    driver_open(&d, NULL);
    CHECK(driver_up(&d));
    for (unsigned i = 0; i < 20; i++)
        areas[i] = (struct area){d.storage + 4096, 512};
    q = config_qtcb(&d);
    driver_send(&d, q, SBAL_SFLAGS0_TYPE_READ, areas, 20, 0);
    last = (d.out_next + d.count - 1) % d.count;
    driver_set_state(&d, 1, last, 0xa1);
    CHECK_EQ(0, driver_run(&d));
    CHECK_EQ(SLSB_CU_OUTPUT_PRIMED, driver_state(&d, 1, last - 1));
    driver_set_state(&d, 1, last, SLSB_CU_OUTPUT_PRIMED);
    CHECK_EQ(0, fcp_siga(d.ch, d.sub, FCP_SIGA_WRITE, 0x80000000, 0));
    CHECK(driver_run_until(&d, FCP_STEP_FETCH));
    CHECK_EQ(2, d.last.count);
    driver_close(&d, true);
}

static struct fcp_fault rule(uint32_t action, int32_t count)
{
    return (struct fcp_fault){.sub = FCP_ANY,
                              .count = count,
                              .action = action,
                              .command = FCP_FAULT_ANY,
                              .opcode = FCP_FAULT_ANY,
                              .fcp_lun = FCP_FAULT_ANY_LUN};
}

static void obeys_fault_rules(void)
{
    struct driver d;
    struct fcp_fault f, list[4];
    struct zl_fsf_qtcb *q;
    struct fcp_stats s;
    int id;

    driver_open(&d, NULL);
    CHECK(driver_up(&d));
    f = rule(FCP_FAULT_PROT_STATUS, -2);
    f.value = FSF_PROT_REEST_QUEUE;
    f.skip = 1;
    f.command = FSF_QTCB_EXCHANGE_CONFIG_DATA;
    id = fcp_fault_add(d.ch, &f);
    CHECK(id > 0);
    CHECK_EQ(FSF_PROT_GOOD, config_prot(&d));
    CHECK_EQ(FSF_PROT_REEST_QUEUE, config_prot(&d));
    CHECK_EQ(FSF_PROT_REEST_QUEUE, config_prot(&d));
    CHECK_EQ(FSF_PROT_GOOD, config_prot(&d));
    CHECK_EQ(1, fcp_fault_list(d.ch, list, 4));
    CHECK_EQ(2, list[0].hits);
    CHECK_EQ(0, list[0].count);
    CHECK_EQ(0, fcp_fault_remove(d.ch, (uint32_t)id));
    CHECK_EQ(FCP_ENOENT, fcp_fault_remove(d.ch, (uint32_t)id));

    f = rule(FCP_FAULT_FSF_STATUS, 1);
    f.value = FSF_ADAPTER_STATUS_AVAILABLE;
    f.qual[0] = 4;
    CHECK(fcp_fault_add(d.ch, &f) > 0);
    q = config_qtcb(&d);
    CHECK(driver_do(&d, q, SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0));
    CHECK_EQ(FSF_PROT_FSF_STATUS_PRESENTED, PROT(&d, q));
    CHECK_EQ(FSF_ADAPTER_STATUS_AVAILABLE, FSF(&d, q));
    CHECK_EQ(4, QUAL(&d, q, 0));
    CHECK_EQ(0, fcp_fault_clear(d.ch));

    f = rule(FCP_FAULT_DELAY, -1);
    f.delay_ns = 500;
    CHECK(fcp_fault_add(d.ch, &f) > 0);
    f.delay_ns = 700;
    CHECK(fcp_fault_add(d.ch, &f) > 0);
    driver_send(&d, config_qtcb(&d), SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0);
    driver_run(&d);
    d.now_ns = 1199;
    CHECK_EQ(0, driver_run(&d));
    d.now_ns = 1200;
    CHECK_EQ(3, driver_run(&d));
    CHECK_EQ(d.req_id, driver_response(&d));

    f = rule(FCP_FAULT_SILENCE, -1);
    CHECK(fcp_fault_add(d.ch, &f) > 0);
    driver_send(&d, config_qtcb(&d), SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0);
    CHECK(driver_run_until(&d, FCP_STEP_FETCH));
    CHECK_EQ(FCP_D_SILENT, d.last.detail);
    CHECK_EQ(0, driver_run(&d));
    CHECK_EQ(0, fcp_stats(d.ch, d.sub, &s));
    CHECK_EQ(1, s.requests_pending);

    f = rule(FCP_FAULT_SLSB_OUTPUT, -1);
    CHECK(fcp_fault_add(d.ch, &f) > 0);
    driver_send(&d, config_qtcb(&d), SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0);
    d.seq_no--;
    CHECK(driver_run_until(&d, FCP_STEP_FETCH));
    CHECK_EQ(SLSB_P_OUTPUT_ERROR, d.last.slsb_new);
    driver_run(&d);

    f = rule(FCP_FAULT_SLSB_INPUT, -1);
    CHECK(fcp_fault_add(d.ch, &f) > 0);
    driver_send(&d, config_qtcb(&d), SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0);
    driver_run(&d);
    CHECK_EQ(SLSB_P_INPUT_ERROR, driver_state(&d, 0, d.in_next));
    driver_close(&d, true);
}

static void fails_siga_after_the_fact(void)
{
    struct driver d;
    struct fcp_fault f = rule(FCP_FAULT_SIGA, -1);

    driver_open(&d, NULL);
    CHECK(driver_up(&d));
    driver_run(&d);
    f.value = 2;
    f.flags = FCP_SIGA_NOT_FETCHED;
    CHECK(fcp_fault_add(d.ch, &f) > 0);
    driver_send(&d, config_qtcb(&d), SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0);
    CHECK_EQ(0, driver_run(&d));
    CHECK_EQ(SLSB_CU_OUTPUT_PRIMED, driver_state(&d, 1, 0));
    CHECK_EQ(0, fcp_siga(d.ch, d.sub, FCP_SIGA_WRITE, 0x80000000, 0));
    driver_run(&d);
    CHECK_EQ(1, driver_response(&d));
    f.value = 2 | FCP_CC_BUSY_BIT;
    f.flags = FCP_SIGA_FETCHED;
    f.count = -2;
    CHECK(fcp_fault_add(d.ch, &f) > 0);
    driver_send(&d, config_qtcb(&d), SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0);
    CHECK_EQ(SLSB_P_OUTPUT_EMPTY, driver_state(&d, 1, 1));
    CHECK(driver_run_until(&d, FCP_STEP_FINISH));
    CHECK_EQ(FCP_D_GHOST, d.last.detail);
    CHECK_EQ(2 | FCP_CC_BUSY_BIT, fcp_siga(d.ch, d.sub, FCP_SIGA_WRITE, 0x80000000, 0));
    CHECK_EQ(0, fcp_siga(d.ch, d.sub, FCP_SIGA_WRITE, 0x80000000, 0));
    driver_close(&d, true);
}

static void shares_interrupts_and_sbals(void)
{
    struct driver d;
    struct fcp_stats before, after;

    driver_open(&d, NULL);
    CHECK(driver_up(&d));
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_INTERRUPT_COALESCE, 8));
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_RESPONSES_PER_SBAL, 4));
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_ANSWER_DELAY_NS, 10));
    for (int i = 0; i < 10; i++)
        driver_send(&d, config_qtcb(&d), SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0);
    driver_run(&d);
    CHECK_EQ(0, fcp_stats(d.ch, d.sub, &before));
    for (int i = 0; i < 10; i++)
        driver_set_state(&d, 0, (uint32_t)i, SLSB_P_INPUT_NOT_INIT);
    d.now_ns = 10;
    driver_run(&d);
    CHECK_EQ(0, fcp_stats(d.ch, d.sub, &after));
    CHECK_EQ(10, after.responses_waiting);
    CHECK_EQ(1, after.input_stalls);
    for (int i = 0; i < 10; i++)
        driver_set_state(&d, 0, (uint32_t)i, SLSB_CU_INPUT_EMPTY);
    driver_run(&d);
    CHECK_EQ(0, fcp_stats(d.ch, d.sub, &after));
    CHECK_EQ(2, after.interrupts - before.interrupts);
    CHECK_EQ(10, after.responses_placed - before.responses_placed);
    CHECK_EQ(SLSB_P_INPUT_PRIMED, driver_state(&d, 0, 2));
    CHECK_EQ(SLSB_CU_INPUT_EMPTY, driver_state(&d, 0, 3));
    CHECK_EQ(0, sbale_get(false, driver_sbale(&d, 0, 0, 2)).eflags);
    CHECK_EQ(SBAL_EFLAGS_LAST_ENTRY, sbale_get(false, driver_sbale(&d, 0, 0, 3)).eflags);
    CHECK_EQ(SBAL_EFLAGS_LAST_ENTRY, sbale_get(false, driver_sbale(&d, 0, 2, 1)).eflags);
    driver_close(&d, true);
}

/* Commands that are due at the same time: their responses wait for each other, and none for one that is due later. */
static void shares_interrupts_of_commands_that_are_due(void)
{
    struct driver d;
    struct fcp_stats before, after;

    driver_open(&d, NULL);
    CHECK(driver_up(&d));
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_INTERRUPT_COALESCE, 4));
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_ANSWER_DELAY_NS, 10));
    for (int i = 0; i < 10; i++)
        driver_send(&d, config_qtcb(&d), SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0);
    driver_run(&d);
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_ANSWER_DELAY_NS, 1000));
    driver_send(&d, config_qtcb(&d), SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0);
    driver_run(&d);
    CHECK_EQ(0, fcp_stats(d.ch, d.sub, &before));
    d.now_ns = 10;
    driver_run(&d);
    CHECK_EQ(0, fcp_stats(d.ch, d.sub, &after));
    CHECK_EQ(10, after.responses_placed - before.responses_placed);
    CHECK_EQ(3, after.interrupts - before.interrupts);
    driver_close(&d, true);
}

static void sets_the_indicator(void)
{
    struct driver d;
    uint32_t *indicator;

    driver_open(&d, NULL);
    CHECK(driver_up(&d));
    indicator = driver_alloc(&d, 4, 4);
    *indicator = 0;
    CHECK_EQ(FCP_EINVAL, fcp_set_indicator(d.ch, d.sub, 4096));
    CHECK_EQ(FCP_EINVAL, fcp_set_indicator(d.ch, d.sub, (uint64_t)(uintptr_t)indicator + 1));
    CHECK_EQ(0, fcp_set_indicator(d.ch, d.sub, (uint64_t)(uintptr_t)indicator));
    driver_send(&d, config_qtcb(&d), SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0);
    CHECK(driver_run_until(&d, FCP_STEP_RESPONSE));
    CHECK_EQ(0, *indicator);
    CHECK(driver_run_until(&d, FCP_STEP_INTERRUPT));
    CHECK(*indicator != 0);
    CHECK_EQ(0, fcp_set_indicator(d.ch, d.sub, 0));
    driver_close(&d, true);
}

static void wraps_around(void)
{
    struct driver d;

    driver_open(&d, NULL);
    CHECK(driver_up(&d));
    for (int i = 0; i < 1000; i++)
        CHECK_EQ(FSF_PROT_GOOD, config_prot(&d));
    driver_close(&d, true);
}

static const struct test tests[] = {
    TEST(tells_about_itself), TEST(checks_the_protocol), TEST(refuses_bad_sbals),
    TEST(takes_chains),       TEST(waits_for_the_rest_of_a_chain), TEST(obeys_fault_rules),
    TEST(fails_siga_after_the_fact), TEST(shares_interrupts_and_sbals), TEST(shares_interrupts_of_commands_that_are_due),
    TEST(sets_the_indicator), TEST(wraps_around),
};

CHECK_MAIN(tests)
