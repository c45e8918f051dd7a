// SPDX-License-Identifier: GPL-2.0-only
/* Status read buffers, unsolicited statuses, the cable. */
#include "check.h"
#include "driver.h"

static struct zl_fsf_status_read_buffer *buffer(struct driver *d)
{
    return driver_alloc(d, sizeof(struct zl_fsf_status_read_buffer), 4096);
}

static void post(struct driver *d, int n)
{
    while (n--)
        driver_send_srb(d, buffer(d));
    driver_run(d);
}

static uint64_t posted(struct driver *d)
{
    struct fcp_stats s;

    CHECK_EQ(0, fcp_stats(d->ch, d->sub, &s));
    return s.srbs_now;
}

static uint32_t config(struct driver *d)
{
    struct zl_fsf_qtcb *q = driver_qtcb(d, FSF_QTCB_EXCHANGE_CONFIG_DATA, FSF_CONFIG_COMMAND);

    CHECK(driver_do(d, q, SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0));
    return PROT(d, q) == FSF_PROT_GOOD || PROT(d, q) == FSF_PROT_FSF_STATUS_PRESENTED ? FSF(d, q) : ~0u;
}

static void takes_as_many_as_settled(void)
{
    struct driver d;
    struct fcp_stats s;

    driver_open(&d, NULL);
    CHECK(driver_up(&d));
    post(&d, 16);
    CHECK_EQ(16, posted(&d));
    for (uint32_t i = 0; i < 16; i++)
        CHECK_EQ(SLSB_P_OUTPUT_EMPTY, driver_state(&d, 1, i));
    driver_send_srb(&d, buffer(&d));
    CHECK(driver_run_until(&d, FCP_STEP_FETCH));
    CHECK_EQ(FCP_D_SRB_OVER_LIMIT, d.last.detail);
    CHECK_EQ(SLSB_P_OUTPUT_ERROR, d.last.slsb_new);
    CHECK(driver_run_until(&d, FCP_STEP_INTERRUPT));
    CHECK_EQ(FCP_INT_ADAPTER, d.last.interrupt);
    CHECK_EQ(SLSB_P_OUTPUT_ERROR, driver_state(&d, 1, 16));
    CHECK_EQ(SLSB_P_OUTPUT_EMPTY, driver_state(&d, 1, 15));
    CHECK_EQ(0, fcp_stats(d.ch, d.sub, &s));
    CHECK_EQ(16, s.srbs_max);
    CHECK_EQ(1, s.srbs_refused);
    CHECK_EQ(1, s.output_errors);
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_SRB_LIMIT, 17));
    post(&d, 1);
    CHECK_EQ(17, posted(&d));
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_SRB_LIMIT, 0));
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_STATUS_READ_BUF_NUM, 20));
    post(&d, 3);
    CHECK_EQ(20, posted(&d));
    post(&d, 1);
    CHECK_EQ(20, posted(&d));
    driver_close(&d, true);
}

static void may_refuse_before_config_data(void)
{
    struct driver d;

    driver_open(&d, NULL);
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_SRB_BEFORE_CONFIG, 1));
    CHECK(driver_up(&d));
    driver_send_srb(&d, buffer(&d));
    CHECK(driver_run_until(&d, FCP_STEP_FETCH));
    CHECK_EQ(FCP_D_SRB_BEFORE_CONFIG, d.last.detail);
    CHECK_EQ(SLSB_P_OUTPUT_ERROR, driver_state(&d, 1, 0));
    CHECK_EQ(FSF_GOOD, config(&d));
    post(&d, 16);
    CHECK_EQ(16, posted(&d));
    driver_close(&d, true);
}

static void fills_a_buffer(void)
{
    struct driver d;
    struct zl_fsf_status_read_buffer *b;
    const uint8_t els[] = {0x61, 4, 0, 8, 0, 1, 2, 3};
    struct fcp_notification n = {.type = FSF_STATUS_READ_INCOMING_ELS,
                                 .d_id = 0xfffffd,
                                 .payload = (uint64_t)(uintptr_t)els,
                                 .payload_length = sizeof(els),
                                 .delay_ns = 100};
    uint64_t id;
    struct fcp_step s;

    driver_open(&d, NULL);
    CHECK(driver_up(&d));
    b = buffer(&d);
    memset(b, 0xff, sizeof(*b));
    id = driver_send_srb(&d, b);
    driver_run(&d);
    CHECK_EQ(1, fcp_notify(d.ch, d.sub, &n));
    d.now_ns = 1000;
    CHECK_EQ(0, fcp_step(d.ch, FCP_ANY, d.now_ns, &s));
    CHECK_EQ(1100, s.due_ns);
    d.now_ns = s.due_ns;
    CHECK(driver_run_until(&d, FCP_STEP_NOTIFY));
    CHECK_EQ(id, d.last.req_id);
    CHECK_EQ(0, d.last.srbs);
    CHECK(driver_run_until(&d, FCP_STEP_RESPONSE));
    CHECK(driver_run_until(&d, FCP_STEP_INTERRUPT));
    CHECK_EQ(id, driver_response(&d));
    CHECK_EQ(FSF_STATUS_READ_INCOMING_ELS, HW_GET(false, b->status_type));
    CHECK_EQ(64 + 8, HW_GET(false, b->length));
    CHECK_EQ(0xfffffd, HW_GET(false, b->d_id));
    CHECK(!memcmp(&b->payload, els, sizeof(els)));
    CHECK_EQ(0, b->payload.data[8].b[0]);
    CHECK_EQ(FCP_EINVAL, fcp_notify(d.ch, d.sub, &(struct fcp_notification){.payload_length = 4033, .payload = 1}));
    driver_close(&d, true);
}

static void loses_notifications(void)
{
    struct driver d;
    struct zl_fsf_status_read_buffer *b[3];
    const struct fcp_notification els = {.type = FSF_STATUS_READ_INCOMING_ELS};
    const struct fcp_notification up = {.type = FSF_STATUS_READ_LINK_UP};

    driver_open(&d, NULL);
    CHECK(driver_up(&d));
    CHECK_EQ(1, fcp_notify(d.ch, FCP_ANY, &els));
    CHECK(driver_run_until(&d, FCP_STEP_LOST));
    CHECK_EQ(1, fcp_notify(d.ch, FCP_ANY, &up));
    CHECK_EQ(0, driver_run(&d));
    for (int i = 0; i < 3; i++)
        driver_send_srb(&d, b[i] = buffer(&d));
    driver_run(&d);
    CHECK_EQ(FSF_STATUS_READ_NOTIFICATION_LOST, HW_GET(false, b[0]->status_type));
    CHECK_EQ(FSF_STATUS_READ_SUB_INCOMING_ELS, HW_GET(false, b[0]->status_subtype));
    CHECK_EQ(FSF_STATUS_READ_LINK_UP, HW_GET(false, b[1]->status_type));
    CHECK_EQ(1, posted(&d));
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_LOST_POLICY, FCP_LOST_HOLD));
    CHECK_EQ(1, fcp_notify(d.ch, FCP_ANY, &els));
    CHECK_EQ(1, fcp_notify(d.ch, FCP_ANY, &els));
    driver_run(&d);
    CHECK_EQ(0, posted(&d));
    post(&d, 2);
    CHECK_EQ(1, posted(&d));
    driver_close(&d, true);
}

static void cable_concerns_all(void)
{
    struct driver a, b;
    struct zl_fsf_status_read_buffer *sa[4], *sb[4];
    struct zl_fsf_qtcb *q;

    driver_open(&a, NULL);
    driver_open(&b, a.ch);
    CHECK(driver_up(&a) && driver_up(&b));
    CHECK_EQ(FSF_GOOD, config(&a));
    CHECK_EQ(FSF_GOOD, config(&b));
    for (int i = 0; i < 4; i++) {
        driver_send_srb(&a, sa[i] = buffer(&a));
        driver_send_srb(&b, sb[i] = buffer(&b));
    }
    driver_run(&a);
    CHECK_EQ(0, fcp_cable(a.ch, 0, 0));
    CHECK_EQ(0, fcp_cable(a.ch, 0, 0));
    driver_run(&a);
    CHECK_EQ(FSF_STATUS_READ_LINK_DOWN, HW_GET(false, sa[0]->status_type));
    CHECK_EQ(4, HW_GET(false, sa[0]->payload.link_down_info.error_code));
    CHECK_EQ(FSF_STATUS_READ_LINK_DOWN, HW_GET(false, sb[0]->status_type));
    CHECK_EQ(3, posted(&a));
    driver_response(&a);
    CHECK_EQ(FSF_EXCHANGE_CONFIG_DATA_INCOMPLETE, config(&a));
    q = driver_qtcb(&a, FSF_QTCB_OPEN_PORT_WITH_DID, FSF_SUPPORT_COMMAND);
    CHECK(driver_do(&a, q, SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0));
    CHECK_EQ(FSF_PROT_LINK_DOWN, PROT(&a, q));
    CHECK_EQ(4, HW_GET(false, q->prefix.prot_status_qual.link_down_info.error_code));
    CHECK_EQ(0, fcp_cable(a.ch, 1, 0));
    driver_run(&a);
    CHECK_EQ(FSF_STATUS_READ_LINK_UP, HW_GET(false, sa[1]->status_type));
    CHECK_EQ(FSF_STATUS_READ_LINK_UP, HW_GET(false, sb[1]->status_type));
    driver_response(&a);
    CHECK_EQ(FSF_GOOD, config(&a));
    CHECK_EQ(0, fcp_virtual_link(a.ch, b.sub, 0, 0));
    driver_run(&a);
    CHECK_EQ(FSF_STATUS_READ_LINK_DOWN, HW_GET(false, sb[2]->status_type));
    CHECK_EQ(1, HW_GET(false, sb[2]->status_subtype));
    CHECK_EQ(2, posted(&a));
    driver_close(&b, false);
    driver_close(&a, true);
}

static void zones_see_each_other(void)
{
    struct driver a, b;
    struct zl_fsf_status_read_buffer *s;

    driver_open(&a, NULL);
    driver_open(&b, a.ch);
    CHECK_EQ(0, fcp_set(a.ch, FCP_ANY, FCP_P_ZONES, 3));
    CHECK(driver_up(&a) && driver_up(&b));
    CHECK_EQ(FSF_GOOD, config(&a));
    driver_send_srb(&a, s = buffer(&a));
    post(&a, 3);
    CHECK_EQ(FSF_GOOD, config(&b));
    driver_run(&a);
    CHECK_EQ(3, posted(&a));
    CHECK_EQ(FSF_STATUS_READ_INCOMING_ELS, HW_GET(false, s->status_type));
    CHECK_EQ(0x010101, be24(s->payload.data + 5));
    CHECK_EQ(0, fcp_clear(b.ch, b.sub));
    driver_run(&a);
    CHECK_EQ(2, posted(&a));
    driver_close(&b, false);
    driver_close(&a, true);
}

static void clear_forgets_all(void)
{
    struct driver d;
    struct fcp_stats s;
    const struct fcp_notification n = {.type = 0x77};

    driver_open(&d, NULL);
    CHECK(driver_up(&d));
    post(&d, 5);
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_ANSWER_DELAY_NS, 1000));
    driver_send(&d, driver_qtcb(&d, FSF_QTCB_EXCHANGE_CONFIG_DATA, FSF_CONFIG_COMMAND), SBAL_SFLAGS0_TYPE_READ, NULL,
                0, 0);
    driver_run(&d);
    CHECK_EQ(1, fcp_notify(d.ch, d.sub, &n));
    CHECK_EQ(0, fcp_clear(d.ch, d.sub));
    CHECK_EQ(0, fcp_stats(d.ch, d.sub, &s));
    CHECK_EQ(0, s.srbs_now);
    CHECK_EQ(0, s.requests_pending);
    CHECK_EQ(0, s.notifications_queued);
    d.now_ns = 10000;
    CHECK_EQ(1, driver_run(&d));
    CHECK_EQ(0, fcp_notify(d.ch, d.sub, &n));
    driver_close(&d, true);
}

static void tells_of_a_code_update(void)
{
    struct driver d;
    struct zl_fsf_status_read_buffer *b;
    uint64_t version;

    driver_open(&d, NULL);
    CHECK(driver_up(&d));
    b = buffer(&d);
    driver_send_srb(&d, b);
    driver_run(&d);
    CHECK_EQ(0, fcp_code_update(d.ch, 0x719));
    driver_run(&d);
    CHECK_EQ(FSF_STATUS_READ_VERSION_CHANGE, HW_GET(false, b->status_type));
    CHECK_EQ(FSF_STATUS_READ_SUB_LIC_CHANGE, HW_GET(false, b->status_subtype));
    CHECK_EQ(72, HW_GET(false, b->length));
    CHECK_EQ(0x719, HW_GET(false, b->payload.version_change.current_version));
    CHECK_EQ(0x718, HW_GET(false, b->payload.version_change.previous_version));
    CHECK_EQ(0, fcp_get(d.ch, d.sub, FCP_P_LIC_VERSION, &version));
    CHECK_EQ(0x719, version);
    CHECK_EQ(FCP_EINVAL, fcp_code_update(NULL, 1));
    driver_close(&d, true);
}

static void reports_a_lost_version_change(void)
{
    struct driver d;
    struct zl_fsf_status_read_buffer *b;
    const struct fcp_notification els = {.type = FSF_STATUS_READ_INCOMING_ELS};

    driver_open(&d, NULL);
    CHECK(driver_up(&d));
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_LOST_POLICY, FCP_LOST_REPORT));
    CHECK_EQ(0, fcp_code_update(d.ch, 0x719));
    CHECK(driver_run_until(&d, FCP_STEP_LOST));
    b = buffer(&d);
    driver_send_srb(&d, b);
    driver_run(&d);
    CHECK_EQ(FSF_STATUS_READ_NOTIFICATION_LOST, HW_GET(false, b->status_type));
    CHECK_EQ(FSF_STATUS_READ_SUB_VERSION_CHANGE, HW_GET(false, b->status_subtype));
    /* Both kinds are told of at once. */
    CHECK_EQ(0, fcp_code_update(d.ch, 0x720));
    CHECK_EQ(1, fcp_notify(d.ch, d.sub, &els));
    CHECK(driver_run_until(&d, FCP_STEP_LOST));
    CHECK(driver_run_until(&d, FCP_STEP_LOST));
    b = buffer(&d);
    driver_send_srb(&d, b);
    driver_run(&d);
    CHECK_EQ(FSF_STATUS_READ_SUB_VERSION_CHANGE | FSF_STATUS_READ_SUB_INCOMING_ELS, HW_GET(false, b->status_subtype));
    driver_close(&d, true);
}

static void a_rule_has_something_reported(void)
{
    struct driver d;
    struct zl_fsf_status_read_buffer *b;
    struct fcp_fault rule = {
        .sub = FCP_ANY, .count = -1, .action = FCP_FAULT_NOTIFY, .command = FSF_QTCB_EXCHANGE_CONFIG_DATA,
        .opcode = FCP_FAULT_ANY, .fcp_lun = FCP_FAULT_ANY_LUN, .value = FSF_STATUS_READ_NOTIFICATION_LOST,
        .flags = FSF_STATUS_READ_SUB_VERSION_CHANGE, .data_length = 2, .data = {1, 2},
    };

    driver_open(&d, NULL);
    CHECK(driver_up(&d));
    CHECK(fcp_fault_add(d.ch, &rule) > 0);
    b = buffer(&d);
    driver_send_srb(&d, b);
    driver_send(&d, driver_qtcb(&d, FSF_QTCB_EXCHANGE_CONFIG_DATA, FSF_CONFIG_COMMAND), SBAL_SFLAGS0_TYPE_READ, NULL,
                0, 0);
    driver_run(&d);
    CHECK_EQ(FSF_STATUS_READ_NOTIFICATION_LOST, HW_GET(false, b->status_type));
    CHECK_EQ(FSF_STATUS_READ_SUB_VERSION_CHANGE, HW_GET(false, b->status_subtype));
    CHECK_EQ(2, b->payload.data[1].b[0]);
    /* Once: the next one finds the rule spent. */
    b = buffer(&d);
    driver_send_srb(&d, b);
    driver_send(&d, driver_qtcb(&d, FSF_QTCB_EXCHANGE_CONFIG_DATA, FSF_CONFIG_COMMAND), SBAL_SFLAGS0_TYPE_READ, NULL,
                0, 0);
    driver_run(&d);
    CHECK_EQ(0, HW_GET(false, b->status_type));
    rule.action = FCP_FAULT_STUBBORN + 1;
    CHECK_EQ(FCP_EINVAL, fcp_fault_add(d.ch, &rule));
    driver_close(&d, true);
}

static const struct test tests[] = {
    TEST(takes_as_many_as_settled), TEST(may_refuse_before_config_data), TEST(fills_a_buffer), TEST(loses_notifications),
    TEST(cable_concerns_all),       TEST(zones_see_each_other),          TEST(clear_forgets_all),
    TEST(tells_of_a_code_update),   TEST(reports_a_lost_version_change), TEST(a_rule_has_something_reported),
};

CHECK_MAIN(tests)
