// SPDX-License-Identifier: GPL-2.0-only
/* Tells the thread of a channel that there may be something to do. */
#include "state/kick.h"

/*
 * The kick is counted before the look at whether the thread sleeps; the thread says that it sleeps before it looks at
 * the count. So one of both sees the other.
 */
void thread_kick(fcp_channel *ch)
{
    struct thread *t = &ch->thread;

    atomic_fetch_add(&t->kicks, 1);
    if (!atomic_load(&t->asleep))
        return;
    /* It is asleep once the lock is free, or about to look at the count once more; it wakes up without bumping into us. */
    pthread_mutex_lock(&t->lock);
    pthread_mutex_unlock(&t->lock);
    pthread_cond_signal(&t->work);
}
