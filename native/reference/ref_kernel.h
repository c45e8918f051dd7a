// SPDX-License-Identifier: GPL-2.0-only
/*
 * The kernel functions that the refill path needs, with the algorithms of the Java kernel for real threads: the same lock, the
 * same free lists, the same clock, so that a comparison shows the languages and not two designs.
 */
#ifndef REF_KERNEL_H
#define REF_KERNEL_H

#include <sched.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define CACHE_LINE 64
#define SPIN_BOUND 128
#define SPIN_YIELDS 1024
#define SPIN_NAP_NANOS 50000

#define likely(x) __builtin_expect(!!(x), 1)
#define unlikely(x) __builtin_expect(!!(x), 0)

static inline void cpu_relax(void)
{
#if defined(__x86_64__) || defined(__i386__)
    __builtin_ia32_pause();
#elif defined(__aarch64__)
    __asm__ volatile("isb");
#endif
}

/* Called with 0, 1, 2, ... for each poll. */
static inline void spin_pause(unsigned look)
{
    if (look < SPIN_BOUND) {
        cpu_relax();
    } else if (look < SPIN_BOUND + SPIN_YIELDS) {
        sched_yield();
    } else {
        struct timespec nap = {.tv_sec = 0, .tv_nsec = SPIN_NAP_NANOS};

        nanosleep(&nap, NULL);
    }
}

#ifdef ZFCPREF_TICKET
/* Who comes draws a number, and waits until it is served. */
struct spinlock {
    _Atomic int32_t next;
    _Atomic int32_t served;
};

static inline void spin_lock(struct spinlock *lock)
{
    int32_t ticket = atomic_fetch_add_explicit(&lock->next, 1, memory_order_acquire);
    unsigned look = 0;

    while (atomic_load_explicit(&lock->served, memory_order_acquire) != ticket)
        spin_pause(look++);
}

static inline void spin_unlock(struct spinlock *lock)
{
    int32_t served = atomic_load_explicit(&lock->served, memory_order_relaxed);

    atomic_store_explicit(&lock->served, (int32_t)((uint32_t)served + 1), memory_order_release);
}
#else
/* Test and test-and-set. */
struct spinlock {
    _Atomic int32_t state;
};

static __attribute__((noinline)) void spin_lock_contended(struct spinlock *lock)
{
    unsigned look = 0;
    int32_t unlocked;

    do {
        while (atomic_load_explicit(&lock->state, memory_order_relaxed) != 0)
            spin_pause(look++);
        unlocked = 0;
    } while (!atomic_compare_exchange_weak_explicit(&lock->state, &unlocked, 1, memory_order_acquire, memory_order_relaxed));
}

static inline void spin_lock(struct spinlock *lock)
{
    int32_t unlocked = 0;

    if (unlikely(!atomic_compare_exchange_weak_explicit(&lock->state, &unlocked, 1, memory_order_acquire,
                                                        memory_order_relaxed)))
        spin_lock_contended(lock);
}

static inline void spin_unlock(struct spinlock *lock)
{
    atomic_store_explicit(&lock->state, 0, memory_order_release);
}
#endif

/* atomic_t as the kernel documents it: operations that return a value are fully ordered, the others are not ordered. */
typedef _Atomic int32_t atomic_t;

static inline int32_t atomic_read(atomic_t *v)
{
    return atomic_load_explicit(v, memory_order_relaxed);
}

static inline void atomic_set(atomic_t *v, int32_t value)
{
    atomic_store_explicit(v, value, memory_order_relaxed);
}

static inline void atomic_add(int32_t delta, atomic_t *v)
{
    atomic_fetch_add_explicit(v, delta, memory_order_release);
}

static inline int32_t atomic_add_return(int32_t delta, atomic_t *v)
{
    return atomic_fetch_add_explicit(v, delta, memory_order_seq_cst) + delta;
}

static inline int32_t atomic_xchg(atomic_t *v, int32_t value)
{
    return atomic_exchange_explicit(v, value, memory_order_seq_cst);
}

static inline bool atomic_add_unless(atomic_t *v, int32_t delta, int32_t unless)
{
    int32_t old = atomic_read(v);

    while (old != unless) {
        if (atomic_compare_exchange_strong_explicit(v, &old, old + delta, memory_order_seq_cst, memory_order_relaxed))
            return true;
    }
    return false;
}

/* get_tod_clock(): microseconds, bit 51 of the TOD clock. */
static inline uint64_t get_tod_clock(int64_t start)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)((now.tv_sec * INT64_C(1000000000) + now.tv_nsec - start) / 1000) << 12;
}

/* A cache of freed objects under a lock, the last one on top. Filled at the start; never grows on the measured path. */
struct cache {
    struct spinlock lock;
    uint32_t count;
    void **objects;
};

void *cache_alloc(struct cache *cache);
void cache_free(void *object, struct cache *cache);

/* mempool_t. */
struct mempool {
    struct spinlock lock;
    _Atomic uint32_t reserved;
    uint32_t min;
    void **reserve;
    void *(*alloc)(struct cache *);
    void (*free)(void *, struct cache *);
    struct cache *cache;
};

void *mempool_alloc(struct mempool *pool);
void mempool_free(void *element, struct mempool *pool);

struct list_head {
    struct list_head *next;
    struct list_head *prev;
};

static inline void list_init(struct list_head *head)
{
    head->next = head;
    head->prev = head;
}

static inline void list_add_tail(struct list_head *node, struct list_head *head)
{
    struct list_head *last = head->prev;

    node->next = head;
    node->prev = last;
    last->next = node;
    head->prev = node;
}

static inline void list_del(struct list_head *node)
{
    node->prev->next = node->next;
    node->next->prev = node->prev;
    list_init(node);
}

/* A tasklet that runs on the thread that scheduled it, as a soft interrupt does; on one thread at a time. */
struct tasklet {
    _Atomic int32_t scheduled;
    _Atomic int32_t running;
};

static inline void tasklet_schedule(struct tasklet *tasklet)
{
    atomic_exchange(&tasklet->scheduled, 1);
}

/* True if the caller is to run the tasklet's function and then call tasklet_end(). */
static inline bool tasklet_begin(struct tasklet *tasklet)
{
    int32_t idle = 0;

    if (atomic_load(&tasklet->scheduled) == 0 || !atomic_compare_exchange_strong(&tasklet->running, &idle, 1))
        return false;
    atomic_exchange(&tasklet->scheduled, 0);
    return true;
}

static inline void tasklet_end(struct tasklet *tasklet)
{
    atomic_exchange(&tasklet->running, 0);
}

#endif
