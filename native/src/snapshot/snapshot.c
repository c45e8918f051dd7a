// SPDX-License-Identifier: GPL-2.0-only
/* The state of a channel: kept, taken back, and as a number. */
#include <stdlib.h>
#include <string.h>

#include "san/san.h"
#include "snapshot/tape.h"
#include "snapshot/walk_san.h"
#include "snapshot/walk_subchannel.h"
#include "state/fault.h"
#include "step/subchannels.h"

/* What stands before a state: how long it is, and what its bytes sum up to. */
struct head {
    uint64_t magic;
    uint64_t length;
    uint64_t sum;
};

#define MAGIC 0x46435053544154ull

static void walk_windows(struct tape *t)
{
    fcp_channel *ch = t->ch;
    uint32_t windows = ch->windows;

    tape_unhashed(t, &windows, sizeof(windows));
    if (t->mode == TAPE_TAKE && windows > ch->windows_room) {
        struct window *w = realloc(ch->window, windows * sizeof(*w));

        if (!w) {
            t->failed = true;
            return;
        }
        ch->window = w;
        ch->windows_room = windows;
    }
    ch->windows = windows;
    ch->window_hit = 0;
    tape_unhashed(t, ch->window, windows * sizeof(*ch->window));
}

static void walk_rules(struct tape *t)
{
    struct rule **at = &t->ch->rules;
    uint32_t rules = 0;

    for (struct rule *r = t->ch->rules; r; r = r->next)
        rules++;
    if (t->mode == TAPE_TAKE)
        faults_free(t->ch);
    TAPE(t, rules);
    for (; rules && !t->failed; rules--) {
        if (t->mode == TAPE_TAKE && !(*at = calloc(1, sizeof(**at)))) {
            t->failed = true;
            return;
        }
        walk_fault(t, &(*at)->fault);
        at = &(*at)->next;
    }
}

static void walk_subchannels(struct tape *t)
{
    fcp_channel *ch = t->ch;
    uint32_t subs = ch->subs;

    TAPE(t, subs);
    if (t->mode == TAPE_TAKE) {
        while (ch->subs > subs)
            sub_free(ch->sub[--ch->subs]);
        while (ch->subs < subs && subs <= FCP_MAX_SUBCHANNELS && !t->failed)
            if (sub_new(ch))
                ch->subs++;
            else
                t->failed = true;
    }
    for (uint32_t i = 0; i < subs && !t->failed; i++)
        walk_subchannel(t, ch->sub[i]);
}

static void walk(struct tape *t)
{
    fcp_channel *ch = t->ch;

    tape_words(t, ch->param, FCP_PARAM_COUNT);
    tape_unhashed(t, &ch->now_ns, sizeof(ch->now_ns));
    TAPE(t, ch->turn);
    TAPE(t, ch->random);
    tape_flag(t, &ch->unplugged);
    TAPE(t, ch->unplugged_code);
    TAPE(t, ch->next_rule);
    walk_windows(t);
    walk_rules(t);
    walk_subchannels(t);            /* their end closes what they have open, so the SAN comes after them */
    walk_san(t);
}

static uint64_t sum_of(const unsigned char *bytes, uint64_t length)
{
    struct tape t = {.mode = TAPE_HASH};

    tape_bytes(&t, (void *)(uintptr_t)bytes, length);
    return t.hash;
}

int64_t fcp_save(fcp_channel *ch, void *to, uint64_t room)
{
    struct tape t = {.mode = TAPE_KEEP, .ch = ch};
    int64_t rc;

    if (!ch || (room && !to))
        return FCP_EINVAL;
    if (room >= sizeof(struct head)) {
        t.bytes = (unsigned char *)to + sizeof(struct head);
        t.room = room - sizeof(struct head);
    }
    pthread_mutex_lock(&ch->lock);
    if (ch->thread.running) {
        rc = FCP_EBUSY;
    } else {
        if (t.bytes)
            memset(to, 0, sizeof(struct head));
        walk(&t);
        if (t.failed) {             /* too little room: how much it takes */
            t = (struct tape){.mode = TAPE_KEEP, .ch = ch};
            walk(&t);
        } else if (t.bytes) {
            struct head head = {MAGIC, t.at, sum_of(t.bytes, t.at)};

            memcpy(to, &head, sizeof(head));
        }
        rc = t.failed ? FCP_ENOMEM : (int64_t)(sizeof(struct head) + t.at);
    }
    pthread_mutex_unlock(&ch->lock);
    return rc;
}

int fcp_restore(fcp_channel *ch, const void *from, uint64_t length)
{
    struct tape t = {.mode = TAPE_TAKE, .ch = ch};
    struct head head;
    int rc = 0;

    if (!ch || !from || length < sizeof(head))
        return FCP_EINVAL;
    memcpy(&head, from, sizeof(head));
    t.bytes = (unsigned char *)(uintptr_t)from + sizeof(head);
    t.room = head.length;
    if (head.magic != MAGIC || head.length > length - sizeof(head) || head.sum != sum_of(t.bytes, t.room))
        return FCP_EINVAL;
    pthread_mutex_lock(&ch->lock);
    if (ch->thread.running) {
        rc = FCP_EBUSY;
    } else {
        walk(&t);
        rc = t.failed ? FCP_ENOMEM : 0;
        while (rc && ch->subs)
            sub_free(ch->sub[--ch->subs]);
    }
    pthread_mutex_unlock(&ch->lock);
    return rc;
}

uint64_t fcp_digest(fcp_channel *ch)
{
    struct tape t = {.mode = TAPE_HASH, .ch = ch};

    if (!ch)
        return 0;
    pthread_mutex_lock(&ch->lock);
    walk(&t);
    pthread_mutex_unlock(&ch->lock);
    return t.failed ? 0 : t.hash | 1;
}
