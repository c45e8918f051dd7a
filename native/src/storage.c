// SPDX-License-Identifier: GPL-2.0-only
/* Main storage: what the channel may address. */
#include "internal.h"

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

int fcp_storage_remove(fcp_channel *ch, uint64_t base)
{
    int rc = FCP_ENOENT;

    if (!ch)
        return FCP_EINVAL;
    pthread_mutex_lock(&ch->lock);
    for (uint32_t i = 0; i < ch->windows; i++) {
        if (ch->window[i].base != base)
            continue;
        ch->windows--;
        memmove(&ch->window[i], &ch->window[i + 1], (ch->windows - i) * sizeof(*ch->window));
        ch->window_hit = 0;
        rc = 0;
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
