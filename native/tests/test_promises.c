// SPDX-License-Identifier: GPL-2.0-only
/* What fcpmock.h promises and no other test looks at, in the order of the header. */
#include <pthread.h>
#include <stdlib.h>

#include "san_bed.h"

#define PAGE 4096u
#define SECOND 1000000000ull
#define SENSE_DATA_AVAIL 3

static struct fcp_fault rule(uint32_t action, int32_t count)
{
    return (struct fcp_fault){.sub = FCP_ANY,
                              .count = count,
                              .action = action,
                              .command = FCP_FAULT_ANY,
                              .opcode = FCP_FAULT_ANY,
                              .fcp_lun = FCP_FAULT_ANY_LUN};
}

static struct zl_fsf_qtcb *config_qtcb(struct driver *d)
{
    return driver_qtcb(d, FSF_QTCB_EXCHANGE_CONFIG_DATA, FSF_CONFIG_COMMAND);
}

static void structures_have_no_padding(void)
{
    CHECK_EQ(16 * 4 + 2 * 8, sizeof(struct fcp_step));
    CHECK_EQ(6 * 4 + 2 * 8, sizeof(struct fcp_notification) - 8);
    CHECK_EQ(3 * 8 + 4 * 4, sizeof(struct fcp_port));
    CHECK_EQ(2 * 8 + 2 * 4, sizeof(struct fcp_lun));
    CHECK_EQ(24 * 8, sizeof(struct fcp_stats));
    CHECK_EQ(14 * 4 + 4 * 8 + 128, sizeof(struct fcp_fault));
}

/* ---- Storage ---- */

/* Main storage apart from the driver's own. */
static void *window(struct driver *d)
{
    void *at = aligned_alloc(PAGE, PAGE);

    CHECK(at != NULL);
    memset(at, 0, PAGE);
    CHECK_EQ(0, fcp_storage_add(d->ch, (uint64_t)(uintptr_t)at, PAGE));
    return at;
}

static int remove_window(struct driver *d, void *at)
{
    return fcp_storage_remove(d->ch, (uint64_t)(uintptr_t)at);
}

/* Once it could be removed it is gone: whatever the channel still does must not touch it. */
static void gone(struct driver *d, void *at)
{
    const struct fcp_notification n = {.type = SENSE_DATA_AVAIL};

    CHECK_EQ(0, remove_window(d, at));
    CHECK_EQ(FCP_ENOENT, remove_window(d, at));
    free(at);
    fcp_notify(d->ch, FCP_ANY, &n);
    d->now_ns += SECOND;
    driver_run(d);
}

static void storage_of_an_srb_stays_until_it_is_used(void)
{
    struct driver d;
    const struct fcp_notification n = {.type = SENSE_DATA_AVAIL};
    void *at;

    driver_open(&d, NULL);
    CHECK(driver_up(&d));
    at = window(&d);
    driver_send_srb(&d, at);
    driver_run(&d);
    CHECK_EQ(FCP_EBUSY, remove_window(&d, at));
    CHECK_EQ(1, fcp_notify(d.ch, d.sub, &n));
    driver_run(&d);
    CHECK_EQ(SENSE_DATA_AVAIL, HW_GET(false, ((struct zl_fsf_status_read_buffer *)at)->status_type));
    gone(&d, at);
    driver_close(&d, true);
}

static void storage_of_an_srb_is_free_after_clear(void)
{
    struct driver d;
    void *at;

    driver_open(&d, NULL);
    CHECK(driver_up(&d));
    at = window(&d);
    driver_send_srb(&d, at);
    driver_run(&d);
    CHECK_EQ(FCP_EBUSY, remove_window(&d, at));
    CHECK_EQ(0, fcp_clear(d.ch, d.sub));
    gone(&d, at);
    driver_close(&d, true);
}

/* A request that is not fetched yet is only numbers in an SBAL: its addresses are checked when it is. */
static void storage_of_a_request_stays_until_its_end(void)
{
    struct driver d;
    struct zl_fsf_qtcb *q;
    void *at;

    driver_open(&d, NULL);
    CHECK(driver_up(&d));
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_ANSWER_DELAY_NS, 1000));
    at = window(&d);
    q = config_qtcb(&d);
    memcpy(at, q, sizeof(*q));
    driver_send(&d, at, SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0);
    driver_run(&d);
    CHECK_EQ(FCP_EBUSY, remove_window(&d, at));
    d.now_ns += 1000;
    driver_run(&d);
    CHECK_EQ(d.req_id, driver_response(&d));
    gone(&d, at);

    at = window(&d);
    memcpy(at, q, sizeof(*q));
    driver_send(&d, at, SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0);
    CHECK_EQ(0, remove_window(&d, at));
    free(at);
    CHECK(driver_run_until(&d, FCP_STEP_FETCH));
    CHECK_EQ(FCP_D_BAD_ADDRESS, d.last.detail);
    driver_close(&d, true);
}

static void storage_of_data_stays_until_the_request_ends(void)
{
    struct driver d;
    struct area area = {NULL, PAGE};
    struct fcp_fault f = rule(FCP_FAULT_SILENCE, -1);
    struct zl_fsf_qtcb *q;

    driver_open(&d, NULL);
    CHECK(driver_up(&d));
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_ANSWER_DELAY_NS, 1000));
    for (int silent = 0; silent <= 1; silent++) {
        area.at = window(&d);
        q = driver_qtcb(&d, FSF_QTCB_FCP_CMND, FSF_IO_COMMAND);
        if (silent)
            CHECK(fcp_fault_add(d.ch, &f) > 0);
        driver_send(&d, q, SBAL_SFLAGS0_TYPE_READ, &area, 1, 0);
        driver_run(&d);
        CHECK_EQ(FCP_EBUSY, remove_window(&d, area.at));
        d.now_ns += 1000;
        driver_run(&d);
        if (silent) {
            CHECK_EQ(FCP_EBUSY, remove_window(&d, area.at));
            CHECK_EQ(0, fcp_halt(d.ch, d.sub));
        }
        gone(&d, area.at);
    }
    driver_close(&d, true);
}

static void storage_of_queues_stays_while_they_are_established(void)
{
    struct driver d;
    uint64_t base;

    driver_open(&d, NULL);
    base = (uint64_t)(uintptr_t)d.storage;
    driver_setup(&d);
    CHECK_EQ(0, fcp_establish(d.ch, d.sub, (uint64_t)(uintptr_t)d.qdr));
    CHECK_EQ(0, fcp_storage_remove(d.ch, base));    /* not carried out yet: the QDR will be refused */
    CHECK(driver_run_until(&d, FCP_STEP_INTERRUPT));
    CHECK_EQ(FCP_CSTAT_PROGRAM_CHECK, d.last.cstat);
    CHECK_EQ(0, fcp_storage_add(d.ch, base, DRIVER_STORAGE));

    CHECK_EQ(0, fcp_establish(d.ch, d.sub, (uint64_t)(uintptr_t)d.qdr));
    CHECK(driver_run_until(&d, FCP_STEP_INTERRUPT));
    CHECK_EQ(FCP_EBUSY, fcp_storage_remove(d.ch, base));
    CHECK_EQ(0, fcp_activate(d.ch, d.sub));
    CHECK_EQ(FCP_EBUSY, fcp_storage_remove(d.ch, base));
    CHECK_EQ(0, fcp_subchannel_event(d.ch, d.sub, FCP_EVENT_BOXED));
    CHECK_EQ(0, fcp_storage_remove(d.ch, base));
    CHECK_EQ(0, fcp_storage_add(d.ch, base, DRIVER_STORAGE));
    driver_close(&d, true);
}

static void storage_of_an_indicator_stays_until_it_is_withdrawn(void)
{
    struct driver d;
    void *at;

    driver_open(&d, NULL);
    CHECK(driver_up(&d));
    at = window(&d);
    CHECK_EQ(0, fcp_set_indicator(d.ch, d.sub, (uint64_t)(uintptr_t)at + 8));
    CHECK_EQ(FCP_EBUSY, remove_window(&d, at));
    CHECK(driver_do(&d, config_qtcb(&d), SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0));
    CHECK(((uint32_t *)at)[2] != 0);
    CHECK_EQ(0, fcp_clear(d.ch, d.sub));
    CHECK_EQ(FCP_EBUSY, remove_window(&d, at));     /* the next queues would use it */
    CHECK_EQ(0, fcp_set_indicator(d.ch, d.sub, 0));
    driver_run(&d);
    CHECK(driver_up(&d));
    gone(&d, at);
    driver_close(&d, true);
}

/* With the channel's thread under way, under AddressSanitizer: what was removed can be freed at once. */
static void storage_is_removed_while_the_channel_runs(void)
{
    struct driver d;
    struct fcp_step s;
    const struct fcp_notification n = {.type = SENSE_DATA_AVAIL};

    driver_open(&d, NULL);
    CHECK(driver_up(&d));
    CHECK_EQ(0, fcp_thread_start(d.ch, NULL, NULL));
    for (int i = 0; i < 200; i++) {
        void *at = window(&d);
        int rc;

        while (driver_state(&d, 1, d.out_next) == SLSB_CU_OUTPUT_PRIMED)
            ;
        driver_send_srb(&d, at);
        CHECK_EQ(1, fcp_notify(d.ch, d.sub, &n));
        while (!driver_response(&d))
            if (fcp_wait_interrupt(d.ch, SECOND * 10, &s) != 1) {
                CHECK(false);
                break;
            }
        rc = remove_window(&d, at);
        CHECK_EQ(0, rc);
        if (rc)
            break;
        free(at);
    }
    CHECK_EQ(0, fcp_thread_stop(d.ch));
    driver_close(&d, true);
}

/* ---- Subchannels and settings ---- */

static void subchannels_are_numbered(void)
{
    fcp_channel *ch = fcp_channel_create();
    uint64_t v;

    CHECK_EQ(0, fcp_set(ch, FCP_ANY, FCP_P_TIMER_INTERVAL, 77));
    for (int i = 0; i < FCP_MAX_SUBCHANNELS; i++)
        CHECK_EQ(i, fcp_subchannel_add(ch, "0.0.1900 with more than fifteen characters", 0, 0));
    CHECK_EQ(FCP_EINVAL, fcp_subchannel_add(ch, "0.0.1940", 0, 0));
    CHECK_EQ(0, fcp_get(ch, FCP_MAX_SUBCHANNELS - 1, FCP_P_TIMER_INTERVAL, &v));
    CHECK_EQ(77, v);
    CHECK_EQ(0, fcp_set(ch, 3, FCP_P_TIMER_INTERVAL, 78));
    CHECK_EQ(0, fcp_get(ch, FCP_ANY, FCP_P_TIMER_INTERVAL, &v));
    CHECK_EQ(77, v);
    CHECK_EQ(0, fcp_get(ch, 4, FCP_P_ZONES, &v));
    CHECK_EQ(1u << 4, v);
    fcp_channel_destroy(ch);
}

static void settings_are_reported_in_exchange_data(void)
{
    static const uint32_t params[] = {
        FCP_P_LIC_VERSION, FCP_P_LOW_QTCB_VERSION, FCP_P_HIGH_QTCB_VERSION, FCP_P_MAX_QTCB_SIZE,
        FCP_P_MAX_DATA_TRANSFER_SIZE, FCP_P_CONNECTION_FEATURES, FCP_P_FC_LINK_SPEED, FCP_P_ADAPTER_TYPE,
        FCP_P_TIMER_INTERVAL, FCP_P_HARDWARE_VERSION, FCP_P_PORT_TYPE, FCP_P_SUPPORTED_SPEED,
        FCP_P_MAXIMUM_FRAME_SIZE, FCP_P_FC_SECURITY_ALGORITHMS};
    struct driver d;
    struct zl_fsf_qtcb *q;

    driver_open(&d, NULL);
    for (uint32_t i = 0; i < sizeof(params) / sizeof(params[0]); i++)
        CHECK_EQ(0, fcp_set(d.ch, d.sub, params[i], 0x51 + i));
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_LOW_QTCB_VERSION, FSF_QTCB_CURRENT_VERSION - 1));
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_WWNN, 0x5005076400c01234));
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_FC_TOPOLOGY, 1));
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_PEER_D_ID, 0xef));
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_PEER_WWPN, 0x5005076400c05678));
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_PEER_WWNN, 0x5005076400c09abc));
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_QIB_AC, 0x60));
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_QDIOAC1, 0x28));
    CHECK(driver_up(&d));
    CHECK_EQ(0x60, d.qib->ac.b[0]);
    q = config_qtcb(&d);
    CHECK(driver_do(&d, q, SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0));
    CHECK_EQ(0x51, HW_GET(false, q->bottom.config.lic_version));
    CHECK_EQ(FSF_QTCB_CURRENT_VERSION - 1, HW_GET(false, q->bottom.config.low_qtcb_version));
    CHECK_EQ(0x53, HW_GET(false, q->bottom.config.high_qtcb_version));
    CHECK_EQ(0x54, HW_GET(false, q->bottom.config.max_qtcb_size));
    CHECK_EQ(0x55, HW_GET(false, q->bottom.config.max_data_transfer_size));
    CHECK_EQ(0x56, HW_GET(false, q->bottom.config.connection_features));
    CHECK_EQ(0x57, HW_GET(false, q->bottom.config.fc_link_speed));
    CHECK_EQ(0x58, HW_GET(false, q->bottom.config.adapter_type));
    CHECK_EQ(0x59, HW_GET(false, q->bottom.config.timer_interval));
    CHECK_EQ(0x5a, HW_GET(false, q->bottom.config.hardware_version));
    CHECK_EQ(0xef, HW_GET(false, q->bottom.config.peer_d_id));
    CHECK_EQ(0x5005076400c01234, be64(q->bottom.config.nport_serv_param[0].b + 24));
    CHECK_EQ(0x5005076400c05678, be64(q->bottom.config.plogi_payload[0].b + 16));
    CHECK_EQ(0x5005076400c09abc, be64(q->bottom.config.plogi_payload[0].b + 24));
    q = driver_qtcb(&d, FSF_QTCB_EXCHANGE_PORT_DATA, FSF_PORT_COMMAND);
    CHECK(driver_do(&d, q, SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0));
    CHECK_EQ(0x5b, HW_GET(false, q->bottom.port.port_type));
    CHECK_EQ(0x5c, HW_GET(false, q->bottom.port.supported_speed));
    CHECK_EQ(0x5d, HW_GET(false, q->bottom.port.maximum_frame_size));
    CHECK_EQ(0x5e, HW_GET(false, q->bottom.port.fc_security_algorithms));
    driver_close(&d, true);
}

static void an_output_error_interrupts_only_if_set(void)
{
    struct driver d;
    struct fcp_fault f = rule(FCP_FAULT_SLSB_OUTPUT, -1);

    driver_open(&d, NULL);
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_OUTPUT_ERROR_INTERRUPT, 0));
    CHECK(driver_up(&d));
    CHECK(fcp_fault_add(d.ch, &f) > 0);
    driver_send(&d, config_qtcb(&d), SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0);
    CHECK_EQ(1, driver_run(&d));
    CHECK_EQ(FCP_STEP_FETCH, d.last.kind);
    driver_close(&d, true);
}

static uint64_t due_of_a_notification(uint64_t seed)
{
    struct driver d;
    const struct fcp_notification n = {.type = 1};
    struct fcp_step s;

    driver_open(&d, NULL);
    CHECK(driver_up(&d));
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_SEED, seed));
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_NOTIFY_DELAY_NS, 1000));
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_JITTER_NS, 500));
    CHECK_EQ(1, fcp_notify(d.ch, d.sub, &n));
    CHECK_EQ(0, fcp_step(d.ch, FCP_ANY, d.now_ns, &s));
    driver_close(&d, true);
    return s.due_ns;
}

static void a_seed_gives_the_jitter(void)
{
    uint64_t due = due_of_a_notification(7);

    CHECK(due >= 1000 && due <= 1500);
    CHECK_EQ(due, due_of_a_notification(7));
    CHECK(due != due_of_a_notification(8) || due != due_of_a_notification(9));
}

/* ---- Times ---- */

static void never_is_never(void)
{
    struct driver d;
    struct fcp_notification n = {.type = 1, .delay_ns = FCP_NEVER};
    struct fcp_fault f = rule(FCP_FAULT_DELAY, -1);
    struct fcp_step s;

    driver_open(&d, NULL);
    CHECK(driver_up(&d));
    driver_send_srb(&d, driver_alloc(&d, PAGE, PAGE));
    driver_run(&d);
    d.now_ns = SECOND;
    CHECK_EQ(1, fcp_notify(d.ch, d.sub, &n));
    CHECK_EQ(0, fcp_step(d.ch, FCP_ANY, d.now_ns, &s));
    CHECK_EQ(FCP_NEVER, s.due_ns);

    f.delay_ns = FCP_NEVER;
    CHECK(fcp_fault_add(d.ch, &f) > 0);
    CHECK(fcp_fault_add(d.ch, &f) > 0);
    driver_send(&d, config_qtcb(&d), SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0);
    CHECK_EQ(1, driver_run(&d));
    CHECK_EQ(FCP_STEP_FETCH, d.last.kind);
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_ANSWER_DELAY_NS, FCP_NEVER));
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_JITTER_NS, UINT64_MAX));
    driver_send(&d, config_qtcb(&d), SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0);
    d.now_ns = SECOND * 1000;
    CHECK_EQ(1, driver_run(&d));
    CHECK_EQ(FCP_STEP_FETCH, d.last.kind);
    driver_close(&d, true);
}

static void a_full_input_queue_is_looked_at_again(void)
{
    struct driver d;
    struct fcp_step s;

    driver_open(&d, NULL);
    CHECK(driver_up(&d));
    driver_set_state(&d, 0, 0, SLSB_P_INPUT_NOT_INIT);
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_STALL_POLL_NS, 700));
    d.now_ns = SECOND;
    driver_send(&d, config_qtcb(&d), SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0);
    driver_run(&d);
    CHECK_EQ(0, fcp_step(d.ch, FCP_ANY, d.now_ns, &s));
    CHECK_EQ(SECOND + 700, s.due_ns);
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_STALL_POLL_NS, FCP_NEVER));
    CHECK_EQ(0, fcp_step(d.ch, FCP_ANY, d.now_ns, &s));
    CHECK_EQ(FCP_NEVER, s.due_ns);
    driver_set_state(&d, 0, 0, SLSB_CU_INPUT_EMPTY);
    driver_run(&d);
    CHECK_EQ(d.req_id, driver_response(&d));
    driver_close(&d, true);
}

/* ---- Instructions ---- */

static void halt_forgets_like_clear(void)
{
    struct driver d;
    struct fcp_stats s;
    const struct fcp_notification n = {.type = 1};
    struct zl_fsf_status_read_buffer *b;

    driver_open(&d, NULL);
    CHECK(driver_up(&d));
    b = driver_alloc(&d, sizeof(*b), PAGE);
    driver_send_srb(&d, b);
    driver_run(&d);
    CHECK_EQ(1, fcp_notify(d.ch, d.sub, &n));
    memset(b, 0x5a, sizeof(*b));
    CHECK_EQ(0, fcp_halt(d.ch, d.sub));
    CHECK(driver_run_until(&d, FCP_STEP_INTERRUPT));
    CHECK_EQ(FCP_INT_IO, d.last.interrupt);
    CHECK_EQ(FCP_FN_HALT, d.last.function);
    CHECK_EQ(0, driver_run(&d));
    CHECK_EQ(0x5a, *(uint8_t *)b);
    CHECK_EQ(0, fcp_stats(d.ch, d.sub, &s));
    CHECK_EQ(FCP_SUB_IDLE, s.state);
    CHECK_EQ(0, s.srbs_now);
    CHECK_EQ(0, s.notifications_queued);
    CHECK_EQ(0, fcp_notify(d.ch, d.sub, &n));       /* for no active one */
    driver_close(&d, true);
}

static void establish_and_activate_fail_by_rule(void)
{
    struct driver d;
    struct fcp_fault f = rule(FCP_FAULT_ESTABLISH, -1);

    driver_open(&d, NULL);
    f.value = FCP_DSTAT_CHANNEL_END;
    f.qual[0] = FCP_CSTAT_PROTECTION_CHECK;
    CHECK(fcp_fault_add(d.ch, &f) > 0);
    driver_setup(&d);
    CHECK_EQ(0, fcp_establish(d.ch, d.sub, (uint64_t)(uintptr_t)d.qdr));
    CHECK(driver_run_until(&d, FCP_STEP_INTERRUPT));
    CHECK_EQ(FCP_DSTAT_CHANNEL_END, d.last.dstat);
    CHECK_EQ(FCP_CSTAT_PROTECTION_CHECK, d.last.cstat);
    f = rule(FCP_FAULT_ACTIVATE, -1);
    CHECK(fcp_fault_add(d.ch, &f) > 0);
    CHECK(driver_up(&d));
    CHECK(driver_run_until(&d, FCP_STEP_INTERRUPT));
    CHECK_EQ(FCP_FN_ACTIVATE, d.last.function);
    CHECK(d.last.dstat & FCP_DSTAT_UNIT_CHECK);
    CHECK_EQ(3, fcp_siga(d.ch, d.sub, FCP_SIGA_WRITE, 0x80000000, 0));
    driver_close(&d, true);
}

static void an_establish_that_hangs_ends_with_clear(void)
{
    struct driver d;
    struct fcp_fault f = rule(FCP_FAULT_ESTABLISH, -1);

    driver_open(&d, NULL);
    f.flags = FCP_PROGRAM_HANGS;
    CHECK(fcp_fault_add(d.ch, &f) > 0);
    driver_setup(&d);
    CHECK_EQ(0, fcp_establish(d.ch, d.sub, (uint64_t)(uintptr_t)d.qdr));
    CHECK(!driver_run_until(&d, FCP_STEP_INTERRUPT));
    CHECK_EQ(FCP_EBUSY, fcp_establish(d.ch, d.sub, (uint64_t)(uintptr_t)d.qdr));
    CHECK_EQ(0, fcp_clear(d.ch, d.sub));
    CHECK(driver_run_until(&d, FCP_STEP_INTERRUPT));
    CHECK_EQ(FCP_FN_CLEAR, d.last.function);
    CHECK(driver_up(&d));
    driver_close(&d, true);
}

static void a_clear_without_answer_has_its_effect(void)
{
    struct driver d;
    struct fcp_stats s;
    struct fcp_fault f = rule(FCP_FAULT_CLEAR, -1);

    driver_open(&d, NULL);
    CHECK(driver_up(&d));
    CHECK(fcp_fault_add(d.ch, &f) > 0);
    CHECK_EQ(0, fcp_clear(d.ch, d.sub));
    CHECK(!driver_run_until(&d, FCP_STEP_INTERRUPT));
    CHECK_EQ(0, fcp_stats(d.ch, d.sub, &s));
    CHECK_EQ(FCP_SUB_IDLE, s.state);
    CHECK_EQ(0, fcp_halt(d.ch, d.sub));             /* the rule is used up */
    CHECK(driver_run_until(&d, FCP_STEP_INTERRUPT));
    CHECK_EQ(FCP_FN_HALT, d.last.function);
    driver_close(&d, true);
}

static void siga_sync_is_the_signal_where_it_is_needed(void)
{
    struct driver d;

    driver_open(&d, NULL);
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_QDIOAC1, 0x30));
    CHECK(driver_up(&d));
    driver_run(&d);
    driver_set_state(&d, 1, 0, SLSB_CU_OUTPUT_PRIMED);
    CHECK_EQ(0, fcp_siga(d.ch, d.sub, FCP_SIGA_SYNC, 0x40000000, 0));
    CHECK_EQ(0, driver_run(&d));
    CHECK_EQ(0, fcp_siga(d.ch, d.sub, FCP_SIGA_SYNC, 0x80000000, 0));
    CHECK(driver_run(&d) > 0);
    driver_close(&d, true);
}

static void siga_selects_queues_by_mask(void)
{
    struct driver d;

    driver_open(&d, NULL);
    CHECK(driver_up(&d));
    driver_run(&d);
    driver_set_state(&d, 1, 0, SLSB_CU_OUTPUT_PRIMED);
    CHECK_EQ(0, fcp_siga(d.ch, d.sub, FCP_SIGA_WRITE, 0x40000000, 0));
    CHECK_EQ(0, fcp_siga(d.ch, d.sub, FCP_SIGA_READ, 0, 0x80000000));
    CHECK_EQ(0, fcp_siga(d.ch, d.sub, FCP_SIGA_SYNC, 0x80000000, 0x80000000));
    CHECK_EQ(0, driver_run(&d));
    CHECK_EQ(0, fcp_siga(d.ch, d.sub, FCP_SIGA_WRITE, 0x80000000, 0));
    CHECK(driver_run(&d) > 0);
    CHECK_EQ(FCP_EINVAL, fcp_siga(d.ch, d.sub, 3, 0, 0));
    CHECK_EQ(FCP_ENODEV, fcp_siga(d.ch, 9, FCP_SIGA_WRITE, 0x80000000, 0));
    CHECK(fcp_doorbell(d.ch, 9) == NULL);
    CHECK_EQ(0, fcp_siosl(d.ch, d.sub));
    CHECK_EQ(FCP_ENODEV, fcp_siosl(d.ch, 9));
    driver_close(&d, true);
}

static void texts_exist_for_any_number(void)
{
    for (uint32_t i = 0; i < FCP_D_DETAIL_COUNT; i++)
        CHECK(fcp_detail_text(i) != NULL && strcmp(fcp_detail_text(i), "unknown"));
    CHECK(!strcmp(fcp_detail_text(FCP_D_DETAIL_COUNT), "unknown"));
    CHECK(!strcmp(fcp_step_kind_text(FCP_STEP_SUBCHANNEL), "subchannel"));
    CHECK(!strcmp(fcp_step_kind_text(UINT32_MAX), "unknown"));
}

/* ---- The thread ---- */

static void a_spinning_thread_sees_the_doorbell(void)
{
    struct driver d;
    struct fcp_step s;

    driver_open(&d, NULL);
    CHECK(driver_up(&d));
    CHECK_EQ(0, fcp_set(d.ch, FCP_ANY, FCP_P_SPIN_NS, SECOND * 20));
    CHECK_EQ(0, fcp_set(d.ch, FCP_ANY, FCP_P_WAIT_SPIN_NS, 1000));
    CHECK_EQ(0, fcp_thread_start(d.ch, NULL, NULL));
    /* An SBAL without a signal, as long as the word in memory is one. */
    driver_set_state(&d, 1, 0, SLSB_CU_OUTPUT_PRIMED);
    __atomic_fetch_or(fcp_doorbell(d.ch, d.sub), 1, __ATOMIC_SEQ_CST);
    CHECK_EQ(1, fcp_wait_interrupt(d.ch, SECOND * 10, &s));
    CHECK_EQ(FCP_INT_ADAPTER, s.interrupt);
    CHECK_EQ(SLSB_P_OUTPUT_ERROR, driver_state(&d, 1, 0));
    CHECK_EQ(0, fcp_thread_stop(d.ch));
    driver_close(&d, true);
}

static void destroying_stops_the_thread(void)
{
    struct driver d;

    driver_open(&d, NULL);
    CHECK_EQ(0, fcp_thread_start(d.ch, NULL, NULL));
    fcp_channel_destroy(d.ch);
    free(d.storage);
}

static _Atomic int stop_rc;

static void stop_in_handler(void *context, const struct fcp_step *interrupt)
{
    (void)interrupt;
    stop_rc = fcp_thread_stop(context);
}

static void the_handler_cannot_stop_its_own_thread(void)
{
    struct driver d;
    struct fcp_step s;

    driver_open(&d, NULL);
    stop_rc = 1;
    CHECK_EQ(0, fcp_thread_start(d.ch, stop_in_handler, d.ch));
    CHECK_EQ(0, fcp_subchannel_event(d.ch, d.sub, FCP_EVENT_OPER));
    while (stop_rc == 1)
        ;
    CHECK_EQ(FCP_EBUSY, stop_rc);
    CHECK_EQ(0, fcp_wait_interrupt(d.ch, 1000, &s));        /* the function has it */
    CHECK_EQ(0, fcp_thread_stop(d.ch));
    driver_close(&d, true);
}

static void adapter_interrupts_that_wait_are_one(void)
{
    struct driver d;
    struct fcp_step s;
    struct fcp_stats stats;

    driver_open(&d, NULL);
    CHECK(driver_up(&d));
    CHECK_EQ(0, fcp_thread_start(d.ch, NULL, NULL));
    for (int i = 0; i < 2; i++) {
        driver_send(&d, config_qtcb(&d), SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0);
        do
            fcp_stats(d.ch, d.sub, &stats);
        while (stats.interrupts < 2 + (uint64_t)i);         /* with that of establish */
    }
    CHECK_EQ(0, fcp_thread_stop(d.ch));
    CHECK_EQ(1, fcp_wait_interrupt(d.ch, 0, &s));
    CHECK_EQ(FCP_INT_ADAPTER, s.interrupt);
    CHECK_EQ(d.sub, s.sub);
    CHECK_EQ(FCP_ESHUTDOWN, fcp_wait_interrupt(d.ch, 0, &s));
    driver_close(&d, true);
}

/* ---- Events and faults ---- */

static void notifications_go_to_active_subchannels(void)
{
    struct driver a, b;
    uint8_t payload[4033] = {0};
    struct fcp_notification n = {.type = 1, .payload = (uint64_t)(uintptr_t)payload, .payload_length = 4032};

    driver_open(&a, NULL);
    driver_open(&b, a.ch);
    CHECK_EQ(0, fcp_notify(a.ch, FCP_ANY, &n));
    CHECK(driver_up(&a));
    CHECK_EQ(1, fcp_notify(a.ch, FCP_ANY, &n));
    CHECK_EQ(0, fcp_notify(a.ch, b.sub, &n));
    CHECK(driver_up(&b));
    CHECK_EQ(2, fcp_notify(a.ch, FCP_ANY, &n));
    n.payload_length = 4033;
    CHECK_EQ(FCP_EINVAL, fcp_notify(a.ch, FCP_ANY, &n));
    n.payload_length = 0;
    CHECK_EQ(FCP_ENODEV, fcp_notify(a.ch, 2, &n));
    driver_close(&b, false);
    driver_close(&a, true);
}

/* Rules for other events are older, match all commands, and are not used up by what they have no effect on. */
static void rules_are_used_up_only_by_what_they_are_for(void)
{
    static const uint32_t others[] = {FCP_FAULT_SIGA, FCP_FAULT_ESTABLISH, FCP_FAULT_ACTIVATE, FCP_FAULT_FCP_RSP,
                                      FCP_FAULT_CT_REJECT, FCP_FAULT_CT_RESIDUAL, FCP_FAULT_CT_NO_LAST,
                                      FCP_FAULT_WWPN, FCP_FAULT_CLEAR};
    const uint32_t count = sizeof(others) / sizeof(others[0]);
    const struct fcp_notification n = {.type = 1};
    struct fcp_fault f, list[16];
    struct driver d;
    uint64_t id;

    driver_open(&d, NULL);
    CHECK(driver_up(&d));
    id = driver_send_srb(&d, driver_alloc(&d, PAGE, PAGE));
    driver_run(&d);
    for (uint32_t i = 0; i < count; i++) {
        f = rule(others[i], -1);
        CHECK(fcp_fault_add(d.ch, &f) > 0);
    }
    f = rule(FCP_FAULT_REQ_ID, -1);
    f.value = 0x1000;
    CHECK(fcp_fault_add(d.ch, &f) > 0);
    f = rule(FCP_FAULT_INPUT_SCOUNT, -1);
    f.value = 5;
    CHECK(fcp_fault_add(d.ch, &f) > 0);
    CHECK_EQ(1, fcp_notify(d.ch, d.sub, &n));
    driver_run(&d);
    CHECK_EQ(id ^ 0x1000, driver_response(&d));
    fcp_fault_list(d.ch, list, 16);
    for (uint32_t i = 0; i < count; i++) {
        CHECK_EQ(others[i], list[i].action);
        CHECK_EQ(0, list[i].hits);
        CHECK_EQ(-1, list[i].count);
    }
    CHECK_EQ(1, list[count].hits);

    /* The rule for SIGA out of the way: it is for the next request. */
    CHECK_EQ(0, fcp_fault_remove(d.ch, list[0].id));
    driver_send(&d, config_qtcb(&d), SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0);
    driver_run(&d);
    CHECK_EQ(5, sbale_get(false, driver_sbale(&d, 0, d.in_next, 0)).scount);
    fcp_fault_list(d.ch, list, 16);
    for (uint32_t i = 0; i < count - 1; i++)
        CHECK_EQ(0, list[i].hits);
    CHECK_EQ(1, list[count].hits);
    driver_close(&d, true);
}

static void the_oldest_rule_wins_and_the_list_is_in_order(void)
{
    struct fcp_fault f, list[2];
    struct zl_fsf_qtcb *q;
    struct driver d;

    driver_open(&d, NULL);
    CHECK(driver_up(&d));
    for (uint32_t i = 0; i < 3; i++) {
        f = rule(FCP_FAULT_PROT_STATUS, i == 1 ? 0 : 1);    /* the second one is spent from the start */
        f.value = FSF_PROT_REEST_QUEUE + (i == 2);
        CHECK(fcp_fault_add(d.ch, &f) > 0);
    }
    CHECK_EQ(3, fcp_fault_list(d.ch, list, 2));
    CHECK(list[0].id < list[1].id);
    CHECK_EQ(3, fcp_fault_list(d.ch, NULL, 0));
    for (int i = 0; i < 3; i++) {
        q = config_qtcb(&d);
        CHECK(driver_do(&d, q, SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0));
        CHECK_EQ(FSF_PROT_REEST_QUEUE, PROT(&d, q));
        d.seq_no = 0;
        CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_CHECK_SEQ_NO, 0));
    }
    CHECK_EQ(3, fcp_fault_list(d.ch, list, 2));
    CHECK_EQ(3, list[0].hits);
    CHECK_EQ(1, list[0].count);
    f.data_length = 129;
    CHECK_EQ(FCP_EINVAL, fcp_fault_add(d.ch, &f));
    driver_close(&d, true);
}

static void so_many_luns_can_be_open(void)
{
    struct driver d = {0};
    uint32_t port, lun;

    bed_open(&d);
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_MAX_LUNS, 1));
    CHECK_EQ(FSF_GOOD, bed_open_port(&d, D_ID_A, &port));
    CHECK_EQ(FSF_GOOD, bed_open_lun(&d, port, LUN_0, &lun));
    CHECK_EQ(FSF_MAXIMUM_NUMBER_OF_LUNS_EXCEEDED, bed_open_lun(&d, port, LUN_1, &lun));
    driver_close(&d, true);
}

static void ports_and_disks_are_checked(void)
{
    fcp_channel *ch = fcp_channel_create();
    struct fcp_port p = {.wwpn = 0x500507630300c562, .d_id = 0xfffff0};
    struct fcp_lun l = {.fcp_lun = 1, .blocks = 4, .block_size = 513};
    uint8_t data[512] = {1};

    CHECK_EQ(FCP_EINVAL, fcp_port_add(ch, &p, 0));
    p.d_id = 0x010200;
    CHECK_EQ(0, fcp_port_add(ch, &p, 0));
    CHECK_EQ(FCP_EINVAL, fcp_lun_add(ch, p.wwpn, &l));
    l.block_size = 512;
    CHECK_EQ(0, fcp_lun_add(ch, p.wwpn, &l));
    CHECK_EQ(0, fcp_lun_access(ch, p.wwpn, 1, 3 * 512, (uint64_t)(uintptr_t)data, 512, 1));
    CHECK_EQ(FCP_EINVAL, fcp_lun_access(ch, p.wwpn, 1, 3 * 512 + 1, (uint64_t)(uintptr_t)data, 512, 1));
    CHECK_EQ(FCP_EINVAL, fcp_lun_access(ch, p.wwpn, 1, UINT64_MAX, (uint64_t)(uintptr_t)data, 512, 0));
    CHECK_EQ(0, fcp_port_remove(ch, p.wwpn, 0));
    p.d_id = 0x010300;
    CHECK_EQ(0, fcp_port_add(ch, &p, 0));                   /* elsewhere, with its LUNs */
    data[0] = 0;
    CHECK_EQ(0, fcp_lun_access(ch, p.wwpn, 1, 3 * 512, (uint64_t)(uintptr_t)data, 512, 0));
    CHECK_EQ(1, data[0]);
    CHECK_EQ(0, fcp_lun_remove(ch, p.wwpn, 1));
    CHECK_EQ(FCP_ENOENT, fcp_lun_remove(ch, p.wwpn, 1));
    CHECK_EQ(FCP_ENOENT, fcp_port_els(ch, 1, 0x05));
    fcp_channel_destroy(ch);
}

static const struct test tests[] = {
    TEST(structures_have_no_padding),
    TEST(storage_of_an_srb_stays_until_it_is_used),
    TEST(storage_of_an_srb_is_free_after_clear),
    TEST(storage_of_a_request_stays_until_its_end),
    TEST(storage_of_data_stays_until_the_request_ends),
    TEST(storage_of_queues_stays_while_they_are_established),
    TEST(storage_of_an_indicator_stays_until_it_is_withdrawn),
    TEST(storage_is_removed_while_the_channel_runs),
    TEST(subchannels_are_numbered),
    TEST(settings_are_reported_in_exchange_data),
    TEST(an_output_error_interrupts_only_if_set),
    TEST(a_seed_gives_the_jitter),
    TEST(never_is_never),
    TEST(a_full_input_queue_is_looked_at_again),
    TEST(halt_forgets_like_clear),
    TEST(establish_and_activate_fail_by_rule),
    TEST(an_establish_that_hangs_ends_with_clear),
    TEST(a_clear_without_answer_has_its_effect),
    TEST(siga_sync_is_the_signal_where_it_is_needed),
    TEST(siga_selects_queues_by_mask),
    TEST(texts_exist_for_any_number),
    TEST(a_spinning_thread_sees_the_doorbell),
    TEST(destroying_stops_the_thread),
    TEST(the_handler_cannot_stop_its_own_thread),
    TEST(adapter_interrupts_that_wait_are_one),
    TEST(notifications_go_to_active_subchannels),
    TEST(rules_are_used_up_only_by_what_they_are_for),
    TEST(the_oldest_rule_wins_and_the_list_is_in_order),
    TEST(so_many_luns_can_be_open),
    TEST(ports_and_disks_are_checked),
};

CHECK_MAIN(tests)
