// SPDX-License-Identifier: GPL-2.0-only
/* Subchannels come and go. */
#include "step/subchannels.h"

#include <stdlib.h>

#include "base/ring.h"
#include "step/establish.h"

struct subchannel *sub_new(fcp_channel *ch)
{
    uint32_t number = ch->subs;
    struct subchannel *sub = calloc(1, sizeof(*sub));

    if (!sub)
        return NULL;
    sub->ch = ch;
    sub->number = number;
    ring_init(&sub->srbs, sizeof(struct srb));
    ring_init(&sub->responses, sizeof(struct response));
    ring_init(&sub->notes, sizeof(struct note));
    ring_init(&sub->io_interrupts, sizeof(struct io_interrupt));
    ch->sub[number] = sub;
    return sub;
}

void sub_free(struct subchannel *sub)
{
    queues_end(sub);
    ring_free(&sub->srbs);
    ring_free(&sub->responses);
    ring_free(&sub->notes);
    ring_free(&sub->io_interrupts);
    free(sub);
}
