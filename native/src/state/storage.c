// SPDX-License-Identifier: GPL-2.0-only
/* Main storage: what the channel may address. */
#include "state/storage.h"

#include <stdlib.h>
#include <string.h>

#include "base/ring.h"

int fcp_storage_add(fcp_channel *ch, uint64_t base, uint64_t length)
{
    uint32_t at = 0;
    int rc = 0;

    if (!ch || !base || !length || base + length < base)
        return FCP_EINVAL;
    pthread_mutex_lock(&ch->lock);
    if (ch->windows == ch->windows_room) {
        uint32_t room = ch->windows_room ? ch->windows_room * 2 : 8;
        struct window *w = realloc(ch->window, room * sizeof(*w));

        if (!w) {
            rc = FCP_ENOMEM;
            goto out;
        }
        ch->window = w;
        ch->windows_room = room;
    }
    while (at < ch->windows && ch->window[at].base < base)
        at++;
    if ((at < ch->windows && ch->window[at].base < base + length) || (at && ch->window[at - 1].limit > base)) {
        rc = FCP_EEXIST;
        goto out;
    }
    memmove(&ch->window[at + 1], &ch->window[at], (ch->windows - at) * sizeof(*ch->window));
    ch->window[at] = (struct window){base, base + length};
    ch->windows++;
out:
    pthread_mutex_unlock(&ch->lock);
    return rc;
}

/* What the channel keeps the address of lies in one window as a whole: storage_has() saw to that. */
static bool within(const struct window *w, uint64_t address)
{
    return address >= w->base && address < w->limit;
}

static bool queue_within(const struct window *w, const struct queue *q)
{
    for (uint32_t i = 0; i < q->count; i++)
        if (within(w, q->sbal[i]))
            return true;
    return within(w, q->slsb);
}

static bool commands_within(const struct window *w, const struct command_list *l)
{
    for (const struct command *c = l->first; c; c = c->next) {
        if (within(w, (uint64_t)(uintptr_t)c->qtcb))
            return true;
        for (uint32_t i = 0; i < c->segments; i++)
            if (within(w, c->segment[i].addr))
                return true;
    }
    return false;
}

static bool srbs_within(const struct window *w, struct ring *srbs)
{
    for (uint32_t i = 0; i < srbs->count; i++)
        if (within(w, (uint64_t)(uintptr_t)((const struct srb *)ring_at(srbs, i))->buffer))
            return true;
    return false;
}

/* Whether a subchannel may still access it. A QDR is checked when establish is carried out, so none is kept. */
static bool in_use(struct subchannel *sub, const struct window *w)
{
    bool queues = sub->state == FCP_SUB_ESTABLISHED || sub->state == FCP_SUB_ACTIVE;

    return within(w, sub->indicator) || (queues && (queue_within(w, &sub->in) || queue_within(w, &sub->out))) ||
           srbs_within(w, &sub->srbs) || commands_within(w, &sub->pending) || commands_within(w, &sub->silent);
}

int fcp_storage_remove(fcp_channel *ch, uint64_t base)
{
    int rc = FCP_ENOENT;

    if (!ch)
        return FCP_EINVAL;
    pthread_mutex_lock(&ch->lock);
    for (uint32_t i = 0; i < ch->windows; i++) {
        if (ch->window[i].base != base)
            continue;
        rc = 0;
        for (uint32_t k = 0; k < ch->subs && !rc; k++)
            if (in_use(ch->sub[k], &ch->window[i]))
                rc = FCP_EBUSY;
        if (rc)
            break;
        ch->windows--;
        memmove(&ch->window[i], &ch->window[i + 1], (ch->windows - i) * sizeof(*ch->window));
        ch->window_hit = 0;
        break;
    }
    pthread_mutex_unlock(&ch->lock);
    return rc;
}

/* Adjacent windows are not one: what the driver allocated as one lies in one. */
bool storage_has(fcp_channel *ch, uint64_t address, uint64_t length)
{
    uint32_t low = 0, high = ch->windows;
    const struct window *w;

    if (address + length < address || !ch->windows)
        return false;
    w = &ch->window[ch->window_hit];
    if (address >= w->base && address + length <= w->limit)
        return true;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        w = &ch->window[middle];
        if (address < w->base) {
            high = middle;
        } else if (address >= w->limit) {
            low = middle + 1;
        } else {
            ch->window_hit = middle;
            return address + length <= w->limit;
        }
    }
    return false;
}
