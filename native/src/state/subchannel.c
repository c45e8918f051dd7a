// SPDX-License-Identifier: GPL-2.0-only
/* Subchannels of a channel, and the time that their answers take. */
#include "state/subchannel.h"

struct subchannel *sub_find(fcp_channel *ch, int32_t sub)
{
    return ch && sub >= 0 && (uint32_t)sub < ch->subs ? ch->sub[sub] : NULL;
}

/* xorshift64*: the same seed and the same steps give the same times. */
uint64_t jitter(struct subchannel *sub)
{
    uint64_t most = sub->param[FCP_P_JITTER_NS];
    uint64_t x = sub->ch->random;

    if (!most)
        return 0;
    x ^= x >> 12;
    x ^= x << 25;
    x ^= x >> 27;
    sub->ch->random = x;
    x *= 0x2545f4914f6cdd1d;
    return most == UINT64_MAX ? x : x % (most + 1);
}
