// SPDX-License-Identifier: GPL-2.0-only
/* Tells the thread of a channel that there may be something to do. */
#include "state/kick.h"

/*
 * The kick is counted before the check whether the thread sleeps; the thread announces its sleep before it checks the count. So at
 * least one sees the other.
 */
void thread_kick(fcp_channel *ch)
{
    struct thread *t = &ch->thread;

    atomic_fetch_add(&t->kicks, 1);
    if (!atomic_load(&t->asleep))
        return;
    /* Once the lock is free it is asleep, or about to check the count once more; it wakes up without contending with us. */
    pthread_mutex_lock(&t->lock);
    pthread_mutex_unlock(&t->lock);
    pthread_cond_signal(&t->work);
}
