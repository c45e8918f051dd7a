// SPDX-License-Identifier: GPL-2.0-only
/* A channel that is saved, restored, and told apart from others; and steps of some kinds alone. */
#include <stdlib.h>

#include "san_bed.h"

#define STEPS 400
#define SENSE_DATA_AVAIL 3

static void *kept(struct driver *d, uint64_t *length)
{
    int64_t need = fcp_save(d->ch, NULL, 0);
    void *state = malloc((size_t)need);

    CHECK(need > 0);
    CHECK_EQ(need, fcp_save(d->ch, state, (uint64_t)need));
    *length = (uint64_t)need;
    return state;
}

static void rule(struct driver *d, uint32_t action, uint32_t command, int32_t count, uint64_t delay)
{
    const struct fcp_fault f = {.sub = FCP_ANY, .count = count, .action = action, .command = command, .opcode = FCP_FAULT_ANY,
                                .fcp_lun = FCP_FAULT_ANY_LUN, .delay_ns = delay};

    CHECK(fcp_fault_add(d->ch, &f) > 0);
}

static void write_some(struct driver *d, struct io *io, uint32_t port, uint32_t lun, uint32_t block)
{
    uint8_t *data = driver_alloc(d, 40 * 512, 4096);

    *io = (struct io){.port = port, .lun = lun, .fcp_lun = LUN_1, .cdb = {0x2a}, .direction = 1, .dl = 40 * 512, .areas = 40,
                      .block = 512};
    put_be32(io->cdb + 2, block);
    put_be16(io->cdb + 7, 40);
    for (uint32_t i = 0; i < 40; i++) {
        memset(data + i * 512, (int)(block + i), 512);
        io->data[i] = (struct area){data + i * 512, 512};
    }
    bed_io_setup(d, io);
    io->id = driver_send(d, io->q, SBAL_SFLAGS0_TYPE_WRITE, io->data, io->areas, 0);
}

/* Everything that a channel can hold is there: requests of all kinds, some late, some never answered, SRBs, notifications, an event. */
static void busy(struct driver *d)
{
    static struct io io[4];
    uint8_t payload[40] = {1, 2, 3};
    struct fcp_notification n = {.type = SENSE_DATA_AVAIL, .payload = (uint64_t)(uintptr_t)payload, .payload_length = 40, .delay_ns = 70};
    const struct fcp_lun read_only = {0x4010400200000000ull, 16, 4096, FCP_LUN_READ_ONLY};
    uint32_t port, lun;

    memset(d, 0, sizeof(*d));
    bed_open(d);
    CHECK_EQ(FSF_GOOD, bed_open_port(d, D_ID_A, &port));
    CHECK_EQ(FSF_GOOD, bed_open_lun(d, port, LUN_1, &lun));
    CHECK_EQ(0, fcp_lun_add(d->ch, WWPN_A, &read_only));
    CHECK_EQ(0, fcp_lun_share(d->ch, WWPN_B, 7, WWPN_A, LUN_1));
    CHECK_EQ(0, fcp_set(d->ch, d->sub, FCP_P_JITTER_NS, 50));
    rule(d, FCP_FAULT_DELAY, 1, -3, 500);
    rule(d, FCP_FAULT_SILENCE, 6, 1, 0);
    for (int i = 0; i < 5; i++)
        driver_send_srb(d, driver_alloc(d, sizeof(struct zl_fsf_status_read_buffer), 4096));
    for (uint32_t i = 0; i < 4; i++)
        write_some(d, &io[i], port, lun, i * 50);
    driver_send(d, driver_qtcb(d, 6, FSF_SUPPORT_COMMAND), SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0);
    while (driver_run_until(d, FCP_STEP_FETCH))
        ;
    for (int i = 0; i < 7; i++) {
        n.delay_ns += 40;
        n.payload_length = i % 2 ? 40 : 0;
        CHECK_EQ(1, fcp_notify(d->ch, d->sub, &n));
    }
    write_some(d, &io[0], port, lun, 400);
    CHECK_EQ(0, fcp_subchannel_event(d->ch, d->sub, FCP_EVENT_OPER));
}

static int steps(struct driver *d, struct fcp_step *out, uint64_t from)
{
    int n = 0;

    for (uint64_t t = 0; t < 2000 && n < STEPS; t += 10)
        while (n < STEPS && fcp_step(d->ch, FCP_ANY, from + t, &out[n]) == 1)
            n++;
    return n;
}

static void restored_it_does_the_same_again(void)
{
    static struct fcp_step first[STEPS], again[STEPS];
    static uint8_t disk[2][BLOCKS * 512];
    struct driver d;
    struct fcp_stats before, after;
    uint8_t *storage = malloc(DRIVER_STORAGE);
    uint64_t length, digest;
    void *state;
    int n;

    busy(&d);
    state = kept(&d, &length);
    digest = fcp_digest(d.ch);
    memcpy(storage, d.storage, DRIVER_STORAGE);
    CHECK_EQ(0, fcp_stats(d.ch, d.sub, &before));
    n = steps(&d, first, d.now_ns);
    CHECK(n > 20);
    CHECK(fcp_digest(d.ch) != digest);
    CHECK_EQ(0, fcp_lun_access(d.ch, WWPN_B, 7, 0, (uint64_t)(uintptr_t)disk[0], sizeof(disk[0]), 0));

    for (int round = 0; round < 2; round++) {
        memcpy(d.storage, storage, DRIVER_STORAGE);
        if (round) {                /* in a channel that never was the one */
            fcp_channel_destroy(d.ch);
            d.ch = fcp_channel_create();
        }
        CHECK_EQ(0, fcp_restore(d.ch, state, length));
        CHECK_EQ(digest, fcp_digest(d.ch));
        CHECK_EQ(0, fcp_stats(d.ch, d.sub, &after));
        CHECK(!memcmp(&before, &after, sizeof(before)));
        memset(again, 0, sizeof(again));
        CHECK_EQ(n, steps(&d, again, d.now_ns));
        CHECK(!memcmp(first, again, (size_t)n * sizeof(first[0])));
        CHECK_EQ(0, fcp_lun_access(d.ch, WWPN_B, 7, 0, (uint64_t)(uintptr_t)disk[1], sizeof(disk[1]), 0));
        CHECK(!memcmp(disk[0], disk[1], sizeof(disk[0])));
        CHECK_EQ(0, disk[1][0]);
        CHECK_EQ(50 + 39, disk[1][(50 + 39) * 512]);
    }
    free(state);
    free(storage);
    driver_close(&d, true);
}

static void the_same_in_other_storage_has_the_same_digest(void)
{
    struct driver a, b;

    busy(&a);
    busy(&b);
    CHECK(a.storage != b.storage);
    CHECK_EQ(fcp_digest(a.ch), fcp_digest(b.ch));
    driver_run(&a);
    CHECK(fcp_digest(a.ch) != fcp_digest(b.ch));
    driver_run(&b);
    CHECK_EQ(fcp_digest(a.ch), fcp_digest(b.ch));
    driver_close(&a, true);
    driver_close(&b, true);
}

/* Whatever the channel will act upon changes the digest; each of these alone. */
static void a_digest_tells_states_apart(void)
{
    const struct fcp_port port = {.wwpn = 0x77, .wwnn = 0x78, .zones = 1u << 20, .d_id = 0x020202};
    const struct fcp_notification n = {.type = SENSE_DATA_AVAIL, .delay_ns = 1u << 30};
    const struct fcp_lun lun = {0x4010400500000000ull, 1, 512, 0};
    uint64_t seen[32], length, byte = 1;
    uint32_t count = 0;
    struct driver d;
    void *state;

    busy(&d);
    while (driver_run_until(&d, FCP_STEP_FETCH))
        ;
    state = kept(&d, &length);
    seen[count++] = fcp_digest(d.ch);
#define CHANGED_BY(call)                                  \
    do {                                                  \
        CHECK((call) >= 0);                               \
        seen[count++] = fcp_digest(d.ch);                 \
        CHECK_EQ(0, fcp_restore(d.ch, state, length));    \
        CHECK_EQ(seen[0], fcp_digest(d.ch));              \
    } while (0)
    CHANGED_BY(fcp_set(d.ch, FCP_ANY, FCP_P_HARDWARE_VERSION, 77));
    CHANGED_BY(fcp_set(d.ch, d.sub, FCP_P_HARDWARE_VERSION, 77));
    CHANGED_BY(fcp_set(d.ch, d.sub, FCP_P_SEED, 77));
    CHANGED_BY(fcp_notify(d.ch, d.sub, &n));
    CHANGED_BY(fcp_cable(d.ch, 0, 5));
    CHANGED_BY(fcp_cable(d.ch, 0, 6));
    CHANGED_BY(fcp_virtual_link(d.ch, d.sub, 0, 0));
    CHANGED_BY(fcp_code_update(d.ch, 0x719));
    CHANGED_BY(fcp_subchannel_event(d.ch, d.sub, FCP_EVENT_NO_PATH));
    CHANGED_BY(fcp_activate_check(d.ch, d.sub, 4, 0));
    CHANGED_BY(fcp_clear(d.ch, d.sub));
    CHANGED_BY(fcp_halt(d.ch, d.sub));
    CHANGED_BY(fcp_set_indicator(d.ch, d.sub, (uint64_t)(uintptr_t)d.storage + 64));
    CHANGED_BY(fcp_port_add(d.ch, &port, 0));
    CHANGED_BY(fcp_port_remove(d.ch, WWPN_B, 0));
    CHANGED_BY(fcp_port_els(d.ch, WWPN_A, 5));
    CHANGED_BY(fcp_lun_add(d.ch, WWPN_A, &lun));
    CHANGED_BY(fcp_lun_remove(d.ch, WWPN_A, LUN_0));
    CHANGED_BY(fcp_lun_access(d.ch, WWPN_A, LUN_1, 4711, (uint64_t)(uintptr_t)&byte, 1, 1));
    CHANGED_BY(fcp_lun_attention(d.ch, WWPN_A, LUN_1, 6, 0x29, 0));
    CHANGED_BY(fcp_fault_clear(d.ch));
    CHANGED_BY(fcp_subchannel_add(d.ch, "0.0.1901", 0, 0));
    CHANGED_BY(fcp_step(d.ch, FCP_ANY, d.now_ns + 1000, &d.last));
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t k = 0; k < i; k++)
            if (seen[i] == seen[k]) {
                fprintf(stderr, "change %u is like change %u\n", i, k);
                check_failed++;
            }
    /* Nothing that it will act upon. */
    CHECK_EQ(0, fcp_siosl(d.ch, d.sub));
    CHECK_EQ(seen[0], fcp_digest(d.ch));
    CHECK_EQ(0, fcp_digest(NULL));
    free(state);
    driver_close(&d, true);
}

static void a_bell_counts_until_the_channel_has_looked(void)
{
    struct driver d;
    uint64_t quiet;

    memset(&d, 0, sizeof(d));
    driver_open(&d, NULL);
    CHECK(driver_up(&d));
    driver_run(&d);
    quiet = fcp_digest(d.ch);
    CHECK_EQ(0, fcp_siga(d.ch, d.sub, FCP_SIGA_WRITE, 0x80000000, 0));
    CHECK(fcp_digest(d.ch) != quiet);
    driver_run(&d);
    CHECK_EQ(quiet, fcp_digest(d.ch));
    d.now_ns += 1000000;
    driver_run(&d);
    CHECK_EQ(quiet, fcp_digest(d.ch));
    driver_close(&d, true);
}

static void only_a_state_is_restored(void)
{
    struct driver d;
    uint64_t length, digest;
    uint8_t *state;

    busy(&d);
    state = kept(&d, &length);
    digest = fcp_digest(d.ch);
    for (uint64_t i = 0; i < length; i += i < 64 ? 1 : 97) {
        state[i] ^= 1;
        CHECK_EQ(FCP_EINVAL, fcp_restore(d.ch, state, length));
        state[i] ^= 1;
    }
    for (uint64_t i = 0; i < length; i += i < 64 ? 1 : 97)
        CHECK_EQ(FCP_EINVAL, fcp_restore(d.ch, state, i));
    CHECK_EQ(FCP_EINVAL, fcp_restore(d.ch, NULL, 0));
    CHECK_EQ(FCP_EINVAL, fcp_restore(NULL, state, length));
    CHECK_EQ(digest, fcp_digest(d.ch));
    /* Too little room: as many bytes as it takes are named, and what is there is no state. */
    CHECK_EQ((int64_t)length, fcp_save(d.ch, state, length - 1));
    CHECK_EQ(FCP_EINVAL, fcp_restore(d.ch, state, length));
    CHECK_EQ(FCP_EINVAL, fcp_save(NULL, state, length));
    CHECK_EQ(FCP_EINVAL, fcp_save(d.ch, NULL, length));
    CHECK_EQ((int64_t)length, fcp_save(d.ch, state, length));
    CHECK_EQ(0, fcp_thread_start(d.ch, NULL, NULL));
    CHECK_EQ(FCP_EBUSY, fcp_save(d.ch, state, length));
    CHECK_EQ(FCP_EBUSY, fcp_restore(d.ch, state, length));
    CHECK_EQ(0, fcp_thread_stop(d.ch));
    CHECK_EQ(0, fcp_restore(d.ch, state, length));
    CHECK_EQ(digest, fcp_digest(d.ch));
    free(state);
    driver_close(&d, true);
}

static void subchannels_come_and_go_with_the_state(void)
{
    fcp_channel *ch = fcp_channel_create();
    struct fcp_stats s;
    uint8_t one[32768], three[131072];
    int64_t lengths[2];

    CHECK_EQ(0, fcp_subchannel_add(ch, "0.0.1900", 0, 0));
    lengths[0] = fcp_save(ch, one, sizeof(one));
    CHECK(lengths[0] > 0 && lengths[0] < (int64_t)sizeof(one));
    CHECK_EQ(1, fcp_subchannel_add(ch, "0.0.1901", 0, 0));
    CHECK_EQ(2, fcp_subchannel_add(ch, "0.0.1902", 0, 0));
    lengths[1] = fcp_save(ch, three, sizeof(three));
    CHECK(lengths[1] > lengths[0] && lengths[1] < (int64_t)sizeof(three));
    CHECK_EQ(0, fcp_restore(ch, one, (uint64_t)lengths[0]));
    CHECK_EQ(FCP_ENODEV, fcp_stats(ch, 1, &s));
    CHECK_EQ(0, fcp_stats(ch, 0, &s));
    CHECK_EQ(0, fcp_restore(ch, three, (uint64_t)lengths[1]));
    CHECK_EQ(0, fcp_stats(ch, 2, &s));
    CHECK_EQ(3, fcp_subchannel_add(ch, "0.0.1903", 0, 0));
    fcp_channel_destroy(ch);
}

static void steps_of_a_kind_leave_the_others(void)
{
    const struct fcp_notification n = {.type = SENSE_DATA_AVAIL};
    struct driver d;
    struct fcp_step s;

    memset(&d, 0, sizeof(d));
    driver_open(&d, NULL);
    CHECK(driver_up(&d));
    driver_send_srb(&d, driver_alloc(&d, sizeof(struct zl_fsf_status_read_buffer), 4096));
    driver_run(&d);
    CHECK_EQ(1, fcp_notify(d.ch, d.sub, &n));
    driver_send_srb(&d, driver_alloc(&d, sizeof(struct zl_fsf_status_read_buffer), 4096));
    CHECK_EQ(FCP_EINVAL, fcp_step_of(d.ch, FCP_ANY, 0, 0, &s));
    CHECK_EQ(FCP_EINVAL, fcp_step_of(d.ch, FCP_ANY, FCP_STEPS_ALL + 1, 0, &s));
    CHECK_EQ(0, fcp_step_of(d.ch, FCP_ANY, 1u << FCP_STEP_FINISH | 1u << FCP_STEP_RESPONSE | 1u << FCP_STEP_INTERRUPT, 0, &s));
    CHECK_EQ(FCP_STEP_NOTHING, s.kind);
    CHECK_EQ(1, fcp_step_of(d.ch, FCP_ANY, 1u << FCP_STEP_NOTIFY, 0, &s));
    CHECK_EQ(FCP_STEP_NOTIFY, s.kind);
    CHECK_EQ(0, fcp_step_of(d.ch, FCP_ANY, 1u << FCP_STEP_NOTIFY, 0, &s));
    CHECK_EQ(1, fcp_step_of(d.ch, FCP_ANY, 1u << FCP_STEP_FETCH, 0, &s));
    CHECK_EQ(FCP_STEP_FETCH, s.kind);
    CHECK_EQ(1, fcp_step_of(d.ch, FCP_ANY, 1u << FCP_STEP_RESPONSE, 0, &s));
    CHECK_EQ(1, fcp_step_of(d.ch, FCP_ANY, 1u << FCP_STEP_INTERRUPT, 0, &s));
    CHECK_EQ(0, driver_run(&d));
    CHECK_EQ(0, fcp_clear(d.ch, d.sub));
    CHECK_EQ(0, fcp_step_of(d.ch, FCP_ANY, FCP_STEPS_ALL & ~(1u << FCP_STEP_INTERRUPT), 0, &s));
    CHECK_EQ(1, fcp_step_of(d.ch, FCP_ANY, 1u << FCP_STEP_INTERRUPT, 0, &s));
    driver_setup(&d);
    CHECK_EQ(0, fcp_establish(d.ch, d.sub, (uint64_t)(uintptr_t)d.qdr));
    CHECK_EQ(0, fcp_step_of(d.ch, FCP_ANY, FCP_STEPS_ALL & ~(1u << FCP_STEP_SUBCHANNEL), 0, &s));
    CHECK_EQ(1, fcp_step_of(d.ch, FCP_ANY, 1u << FCP_STEP_SUBCHANNEL, 0, &s));
    driver_close(&d, true);
}

/* Interrupts that the channel raises for the second of two notifications. */
static int interrupts(bool quiet, bool acknowledged)
{
    const struct fcp_notification n = {.type = SENSE_DATA_AVAIL};
    struct driver d;
    struct fcp_step s;
    int raised = 0;

    memset(&d, 0, sizeof(d));
    driver_open(&d, NULL);
    CHECK_EQ(0, fcp_set(d.ch, d.sub, FCP_P_QUIET_WHILE_POLLED, quiet));
    CHECK(driver_up(&d));
    for (int i = 0; i < 2; i++)
        driver_send_srb(&d, driver_alloc(&d, sizeof(struct zl_fsf_status_read_buffer), 4096));
    CHECK_EQ(1, fcp_notify(d.ch, d.sub, &n));
    driver_run(&d);
    driver_set_state(&d, 0, 0, acknowledged ? SLSB_P_INPUT_ACK : SLSB_P_INPUT_NOT_INIT);
    CHECK_EQ(1, fcp_notify(d.ch, d.sub, &n));
    while (fcp_step(d.ch, FCP_ANY, 0, &s) == 1)
        raised += s.kind == FCP_STEP_INTERRUPT;
    CHECK_EQ(SLSB_P_INPUT_PRIMED, driver_state(&d, 0, 1));
    driver_close(&d, true);
    return raised;
}

static void a_driver_that_looks_by_itself_may_be_left_alone(void)
{
    CHECK_EQ(1, interrupts(false, false));
    CHECK_EQ(1, interrupts(false, true));
    CHECK_EQ(1, interrupts(true, false));
    CHECK_EQ(0, interrupts(true, true));
}

static const struct test tests[] = {
    TEST(restored_it_does_the_same_again),
    TEST(the_same_in_other_storage_has_the_same_digest),
    TEST(a_digest_tells_states_apart),
    TEST(a_bell_counts_until_the_channel_has_looked),
    TEST(only_a_state_is_restored),
    TEST(subchannels_come_and_go_with_the_state),
    TEST(steps_of_a_kind_leave_the_others),
    TEST(a_driver_that_looks_by_itself_may_be_left_alone),
};

CHECK_MAIN(tests)
