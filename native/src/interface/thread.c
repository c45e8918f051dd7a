// SPDX-License-Identifier: GPL-2.0-only
/* The free-running channel: a thread that steps by the monotonic clock. */
#include <errno.h>
#include <time.h>

#include "interface/thread.h"

#include "base/ring.h"
#include "state/kick.h"
#include "step/step.h"

#define BATCH 32                    /* steps under one hold of the channel's lock */
#define NS_PER_S 1000000000ull

static uint64_t monotonic_ns(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * NS_PER_S + (uint64_t)t.tv_nsec;
}

static int wait_until(pthread_cond_t *cond, pthread_mutex_t *lock, uint64_t due_ns)
{
    struct timespec t = {.tv_sec = (time_t)(due_ns / NS_PER_S), .tv_nsec = (long)(due_ns % NS_PER_S)};

    if (due_ns / NS_PER_S > INT32_MAX)
        return pthread_cond_wait(cond, lock);
    return pthread_cond_timedwait(cond, lock, &t);
}

static bool bells(fcp_channel *ch)
{
    for (uint32_t i = 0; i < ch->subs; i++)
        if (ch->sub[i]->state == FCP_SUB_ACTIVE && ch->sub[i]->bell)
            return true;
    return false;
}

/* Spins for a while, since a sleeping thread costs the driver's SIGA a system call, then sleeps. */
static void idle(fcp_channel *ch, uint32_t kicks, uint64_t spin_ns, uint64_t due_ns)
{
    struct thread *t = &ch->thread;
    uint64_t spin_until = later(monotonic_ns(), spin_ns), now;

    do {
        now = monotonic_ns();
        if (atomic_load(&t->kicks) != kicks || bells(ch) || now >= due_ns)
            return;
    } while (now < spin_until);
    pthread_mutex_lock(&t->lock);
    atomic_store(&t->asleep, 1);
    while (atomic_load(&t->kicks) == kicks)
        if (wait_until(&t->work, &t->lock, due_ns) == ETIMEDOUT)
            break;
    atomic_store(&t->asleep, 0);
    pthread_mutex_unlock(&t->lock);
}

/* An I/O interrupt or an event, for the waiter. */
static void post(struct thread *t, const struct fcp_step *interrupt)
{
    pthread_mutex_lock(&t->lock);
    (void)ring_push(&t->queue, interrupt);
    atomic_store(&t->ready, true);
    pthread_mutex_unlock(&t->lock);
    pthread_cond_signal(&t->interrupts);        /* without the lock, which the woken thread takes at once */
}

/*
 * Adapter interrupts, a bit per subchannel. One that is still pending covers the next one too: its taker scans the queues
 * afterwards, and they were changed before.
 */
static void post_adapter(struct thread *t, uint64_t subs)
{
    if (!(subs & ~atomic_load(&t->adapter)))
        return;
    pthread_mutex_lock(&t->lock);
    t->adapter |= subs;
    atomic_store(&t->ready, true);
    pthread_mutex_unlock(&t->lock);
    pthread_cond_signal(&t->interrupts);
}

static void *thread_main(void *context)
{
    fcp_channel *ch = context;
    struct thread *t = &ch->thread;

    while (!atomic_load(&t->stop)) {
        uint32_t kicks = atomic_load(&t->kicks);
        uint64_t spin_ns;
        struct fcp_step step;
        uint64_t adapter = 0;
        bool did = true, call = false;

        pthread_mutex_lock(&ch->lock);
        spin_ns = ch->param[FCP_P_SPIN_NS];
        atomic_store_explicit(&t->wait_spin_ns, ch->param[FCP_P_WAIT_SPIN_NS], memory_order_relaxed);
        ch->now_ns = monotonic_ns();
        for (int n = 0; did && n < BATCH; n++) {
            did = step_once(ch, FCP_ANY, FCP_STEPS_ALL, &step);
            if (!did || step.kind != FCP_STEP_INTERRUPT)
                continue;
            if (t->handler) {       /* it may call back, which takes the lock */
                call = true;
                break;
            }
            if (step.interrupt == FCP_INT_ADAPTER)
                adapter |= 1ull << step.sub;
            else
                post(t, &step);
        }
        pthread_mutex_unlock(&ch->lock);
        /* After the batch: waking a thread takes longer than executing some commands. */
        post_adapter(t, adapter);
        if (!did)
            idle(ch, kicks, spin_ns, step.due_ns);
        else if (call)
            t->handler(t->context, &step);
    }
    return NULL;
}

int thread_init(fcp_channel *ch)
{
    struct thread *t = &ch->thread;
    pthread_condattr_t clock;
    int rc;

    ring_init(&t->queue, sizeof(struct fcp_step));
    pthread_condattr_init(&clock);
    pthread_condattr_setclock(&clock, CLOCK_MONOTONIC);
    rc = pthread_mutex_init(&t->lock, NULL) || pthread_cond_init(&t->work, &clock) ||
         pthread_cond_init(&t->interrupts, &clock);
    pthread_condattr_destroy(&clock);
    return rc ? FCP_ENOMEM : 0;
}

void thread_free(fcp_channel *ch)
{
    struct thread *t = &ch->thread;

    ring_free(&t->queue);
    pthread_cond_destroy(&t->work);
    pthread_cond_destroy(&t->interrupts);
    pthread_mutex_destroy(&t->lock);
}

int fcp_thread_start(fcp_channel *ch, void (*handler)(void *context, const struct fcp_step *interrupt), void *context)
{
    struct thread *t;
    int rc = FCP_EBUSY;

    if (!ch)
        return FCP_EINVAL;
    t = &ch->thread;
    pthread_mutex_lock(&ch->lock);
    if (!t->running) {
        pthread_mutex_lock(&t->lock);
        t->handler = handler;
        t->context = context;
        t->adapter = 0;
        ring_clear(&t->queue);
        atomic_store(&t->stop, false);
        atomic_store(&t->ready, false);
        rc = pthread_create(&t->id, NULL, thread_main, ch) ? FCP_ENOMEM : 0;
        t->running = !rc;
        pthread_mutex_unlock(&t->lock);
    }
    pthread_mutex_unlock(&ch->lock);
    return rc;
}

int fcp_thread_stop(fcp_channel *ch)
{
    struct thread *t;

    if (!ch)
        return FCP_EINVAL;
    t = &ch->thread;
    pthread_mutex_lock(&ch->lock);
    /* The thread itself, in its handler, cannot wait for its own end. */
    if (!t->running || pthread_equal(pthread_self(), t->id) || atomic_exchange(&t->stop, true)) {
        pthread_mutex_unlock(&ch->lock);
        return FCP_EBUSY;
    }
    pthread_mutex_unlock(&ch->lock);
    thread_kick(ch);
    pthread_join(t->id, NULL);
    pthread_mutex_lock(&ch->lock);
    pthread_mutex_lock(&t->lock);
    t->running = false;
    atomic_store(&t->ready, true);
    pthread_cond_broadcast(&t->interrupts);
    pthread_mutex_unlock(&t->lock);
    pthread_mutex_unlock(&ch->lock);
    return 0;
}

/* I/O interrupts and events before adapter interrupts: they report queues that are gone. */
static bool take_interrupt(struct thread *t, struct fcp_step *out)
{
    if (!ring_pop(&t->queue, out)) {
        if (!t->adapter)
            return false;
        *out = (struct fcp_step){.kind = FCP_STEP_INTERRUPT, .interrupt = FCP_INT_ADAPTER};
        out->sub = __builtin_ctzll(t->adapter);
        t->adapter &= ~(1ull << out->sub);
    }
    if (t->running)
        atomic_store(&t->ready, t->adapter || t->queue.count);
    return true;
}

/*
 * Waking a sleeping thread takes longer than the channel needs to answer. So the waiter may spin, which helps only while the
 * channel's thread runs on another processor.
 */
static void look_for_interrupt(struct thread *t, uint64_t due_ns)
{
    uint64_t now = monotonic_ns(), until = later(now, atomic_load_explicit(&t->wait_spin_ns, memory_order_relaxed));

    if (until > due_ns)
        until = due_ns;
    while (!atomic_load(&t->ready) && now < until)
        now = monotonic_ns();
}

int fcp_wait_interrupt(fcp_channel *ch, uint64_t timeout_ns, struct fcp_step *out)
{
    uint64_t due_ns = later(monotonic_ns(), timeout_ns);
    struct thread *t;
    int rc;

    if (!ch || !out)
        return FCP_EINVAL;
    t = &ch->thread;
    look_for_interrupt(t, due_ns);
    pthread_mutex_lock(&t->lock);
    while (!(rc = take_interrupt(t, out))) {
        if (!t->running) {
            rc = FCP_ESHUTDOWN;
            break;
        }
        if (wait_until(&t->interrupts, &t->lock, due_ns) == ETIMEDOUT) {
            rc = take_interrupt(t, out);
            break;
        }
    }
    pthread_mutex_unlock(&t->lock);
    return rc;
}
