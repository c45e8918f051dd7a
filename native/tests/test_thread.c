// SPDX-License-Identifier: GPL-2.0-only
/* The free-running channel against driver threads: for ThreadSanitizer above all. */
#include <pthread.h>
#include <time.h>

#include "check.h"
#include "driver.h"
#include "state/state.h"

#define ROUNDS 1024                 /* a multiple of the 32 requests that a sender has under way */
#define SECOND 1000000000ull

static bool up(struct driver *d)
{
    struct fcp_step s;

    driver_setup(d);
    if (fcp_establish(d->ch, d->sub, (uint64_t)(uintptr_t)d->qdr))
        return false;
    do {
        if (fcp_wait_interrupt(d->ch, SECOND * 10, &s) != 1)
            return false;
    } while (s.interrupt != FCP_INT_IO || s.sub != d->sub);
    if (s.cstat || s.dstat != (FCP_DSTAT_CHANNEL_END | FCP_DSTAT_DEVICE_END) || fcp_activate(d->ch, d->sub))
        return false;
    for (uint32_t i = 0; i < d->count; i++)
        driver_set_state(d, 0, i, SLSB_CU_INPUT_EMPTY);
    return true;
}

static uint64_t next_response(struct driver *d)
{
    struct fcp_step s;
    uint64_t id;

    while (!(id = driver_response(d)))
        if (fcp_wait_interrupt(d->ch, SECOND * 10, &s) != 1)
            return 0;
    return id;
}

static void answers_while_running(void)
{
    struct driver d;
    struct fcp_step s;
    struct zl_fsf_qtcb *q;

    driver_open(&d, NULL);
    CHECK_EQ(FCP_ESHUTDOWN, fcp_wait_interrupt(d.ch, 0, &s));
    CHECK_EQ(0, fcp_thread_start(d.ch, NULL, NULL));
    CHECK_EQ(FCP_EBUSY, fcp_thread_start(d.ch, NULL, NULL));
    CHECK_EQ(FCP_EBUSY, fcp_step(d.ch, FCP_ANY, 0, &s));
    CHECK_EQ(0, fcp_wait_interrupt(d.ch, 1000, &s));
    CHECK(up(&d));
    q = driver_qtcb(&d, FSF_QTCB_EXCHANGE_CONFIG_DATA, FSF_CONFIG_COMMAND);
    for (int i = 0; i < ROUNDS; i++) {
        uint32_t at = d.out_next;
        uint64_t id = driver_send(&d, q, SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0);

        CHECK_EQ(id, next_response(&d));
        CHECK_EQ(FSF_PROT_GOOD, PROT(&d, q));
        CHECK_EQ(SLSB_P_OUTPUT_EMPTY, driver_state(&d, 1, at));
        memset((void *)(uintptr_t)driver_sbale(&d, 1, at, 0), 0, 256);
        if (check_failed)
            break;
    }
    CHECK_EQ(0, fcp_thread_stop(d.ch));
    CHECK_EQ(FCP_EBUSY, fcp_thread_stop(d.ch));
    driver_close(&d, true);
}

/* Sends as fast as it can, so that the rule "no SIGA while the one before is primed" is at work. */
static void *sender(void *context)
{
    struct driver *d = context;
    struct zl_fsf_qtcb *q[32];

    for (int i = 0; i < 32; i++)
        q[i] = driver_qtcb(d, FSF_QTCB_EXCHANGE_PORT_DATA, FSF_PORT_COMMAND);
    for (int i = 0; i < ROUNDS; i++) {
        while (driver_state(d, 1, d->out_next) == SLSB_CU_OUTPUT_PRIMED)
            ;
        memset((void *)(uintptr_t)driver_sbale(d, 1, d->out_next, 0), 0, 256);
        HW_PUT(false, q[i % 32]->prefix.prot_status, 0);
        driver_send(d, q[i % 32], SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0);
        if (i % 32 == 31)           /* these QTCBs are used again: wait for their answers */
            for (int k = 0; k < 32; k++)
                while (!driver_response(d))
                    ;
    }
    return NULL;
}

static void loses_no_initiative(void)
{
    struct driver d[2];
    pthread_t id[2];
    struct fcp_stats s;

    driver_open(&d[0], NULL);
    driver_open(&d[1], d[0].ch);
    CHECK_EQ(0, fcp_set(d[0].ch, FCP_ANY, FCP_P_SPIN_NS, 0));
    CHECK_EQ(0, fcp_thread_start(d[0].ch, NULL, NULL));
    CHECK(up(&d[0]) && up(&d[1]));
    for (int i = 0; i < 2; i++)
        CHECK_EQ(0, pthread_create(&id[i], NULL, sender, &d[i]));
    for (int i = 0; i < 2; i++)
        CHECK_EQ(0, pthread_join(id[i], NULL));
    for (int i = 0; i < 2; i++) {
        CHECK_EQ(0, fcp_stats(d[0].ch, i, &s));
        CHECK_EQ(ROUNDS, s.requests_fetched);
        CHECK_EQ(0, s.output_errors);
    }
    CHECK_EQ(0, fcp_thread_stop(d[0].ch));
    driver_close(&d[1], false);
    driver_close(&d[0], true);
}

static _Atomic int handled;

static void on_interrupt(void *context, const struct fcp_step *interrupt)
{
    if (context == &handled && interrupt->kind == FCP_STEP_INTERRUPT)
        atomic_fetch_add(&handled, 1);
}

/* Notifications and clears from other threads, while the channel runs; interrupts go to a function. */
static void *disturber(void *context)
{
    struct driver *d = context;
    const struct fcp_notification n = {.type = 0x77};

    for (int i = 0; i < 500; i++) {
        fcp_notify(d->ch, FCP_ANY, &n);
        fcp_cable(d->ch, (uint32_t)i & 1, 0);
        fcp_set(d->ch, FCP_ANY, FCP_P_SPIN_NS, (uint64_t)i);
    }
    return NULL;
}

static void stands_disturbance(void)
{
    struct driver d;
    pthread_t id;

    driver_open(&d, NULL);
    driver_setup(&d);
    CHECK_EQ(0, fcp_thread_start(d.ch, on_interrupt, &handled));
    CHECK_EQ(0, pthread_create(&id, NULL, disturber, &d));
    for (int i = 0; i < 200; i++) {
        driver_setup(&d);
        CHECK_EQ(0, fcp_establish(d.ch, d.sub, (uint64_t)(uintptr_t)d.qdr));
        while (fcp_activate(d.ch, d.sub) == FCP_EBUSY)
            ;
        for (int k = 0; k < 4; k++)
            driver_send_srb(&d, driver_alloc(&d, 4096, 64));
        d.used -= 4 * 4096;
        CHECK_EQ(0, fcp_clear(d.ch, d.sub));
    }
    CHECK_EQ(0, pthread_join(id, NULL));
    CHECK_EQ(0, fcp_thread_stop(d.ch));
    CHECK(handled >= 200);
    driver_close(&d, true);
}

static void *waiter(void *context)
{
    struct driver *d = context;
    struct fcp_step s;

    CHECK_EQ(FCP_ESHUTDOWN, fcp_wait_interrupt(d->ch, FCP_NEVER, &s));
    return NULL;
}

static void stopping_wakes_waiters(void)
{
    struct driver d;
    pthread_t id;

    driver_open(&d, NULL);
    CHECK_EQ(0, fcp_thread_start(d.ch, NULL, NULL));
    CHECK_EQ(0, pthread_create(&id, NULL, waiter, &d));
    CHECK_EQ(0, fcp_thread_stop(d.ch));
    CHECK_EQ(0, pthread_join(id, NULL));
    driver_close(&d, true);
}

struct signaller {
    struct driver *d;
    _Atomic int rc;             /* 1: not back yet */
};

static void *signals(void *context)
{
    struct signaller *s = context;

    atomic_store(&s->rc, fcp_siga_try(s->d->ch, s->d->sub, FCP_SIGA_WRITE, 0x80000000, 0));
    return NULL;
}

/* The result of a SIGA that is issued while another holds the channel's lock, as it does while data is copied; 1: it waits. */
static int siga_without_the_lock(struct driver *d)
{
    const struct timespec moment = {.tv_nsec = 1000000};
    struct signaller s = {.d = d, .rc = 1};
    pthread_t id;
    int rc;

    pthread_mutex_lock(&d->ch->lock);
    CHECK_EQ(0, pthread_create(&id, NULL, signals, &s));
    for (int i = 0; i < 10000 && (rc = atomic_load(&s.rc)) == 1; i++)
        nanosleep(&moment, NULL);
    pthread_mutex_unlock(&d->ch->lock);
    CHECK_EQ(0, pthread_join(id, NULL));
    return rc;
}

static void siga_try_never_waits_for_the_channels_lock(void)
{
    struct fcp_fault busy = {.action = FCP_FAULT_SIGA, .command = FCP_FAULT_ANY, .opcode = FCP_FAULT_ANY,
                             .fcp_lun = FCP_FAULT_ANY_LUN, .value = 2 | FCP_CC_BUSY_BIT, .count = -1};
    struct driver d;
    struct fcp_stats before, after;

    driver_open(&d, NULL);
    CHECK(driver_up(&d));
    CHECK_EQ(0, siga_without_the_lock(&d));
    CHECK_EQ(0, fcp_siga_try(d.ch, d.sub, FCP_SIGA_READ, 0, 0x80000000));
    CHECK_EQ(0, fcp_siga_try(d.ch, d.sub, FCP_SIGA_SYNC, ~0u, ~0u));
    busy.sub = d.sub;
    CHECK(fcp_fault_add(d.ch, &busy) > 0);
    CHECK_EQ(0, fcp_stats(d.ch, d.sub, &before));
    CHECK_EQ(FCP_EAGAIN, siga_without_the_lock(&d));
    CHECK_EQ(0, fcp_stats(d.ch, d.sub, &after));
    CHECK_EQ(before.sigas, after.sigas);
    CHECK_EQ(2 | FCP_CC_BUSY_BIT, fcp_siga(d.ch, d.sub, FCP_SIGA_WRITE, 0x80000000, 0));
    driver_close(&d, true);
}

static const struct test tests[] = {
    TEST(answers_while_running), TEST(loses_no_initiative), TEST(stands_disturbance), TEST(stopping_wakes_waiters),
    TEST(siga_try_never_waits_for_the_channels_lock),
};

CHECK_MAIN(tests)
