// SPDX-License-Identifier: GPL-2.0-only
#include "ref_kernel.h"

void *cache_alloc(struct cache *cache)
{
    void *object = NULL;

    spin_lock(&cache->lock);
    if (likely(cache->count > 0))
        object = cache->objects[--cache->count];
    spin_unlock(&cache->lock);
    return object;
}

void cache_free(void *object, struct cache *cache)
{
    spin_lock(&cache->lock);
    cache->objects[cache->count++] = object;
    spin_unlock(&cache->lock);
}

void *mempool_alloc(struct mempool *pool)
{
    void *element = pool->alloc(pool->cache);

    if (likely(element != NULL))
        return element;
    spin_lock(&pool->lock);
    if (pool->reserved > 0)
        element = pool->reserve[--pool->reserved];
    spin_unlock(&pool->lock);
    return element;
}

void mempool_free(void *element, struct mempool *pool)
{
    if (unlikely(atomic_load_explicit(&pool->reserved, memory_order_relaxed) < pool->min)) {
        spin_lock(&pool->lock);
        if (pool->reserved < pool->min) {
            pool->reserve[pool->reserved++] = element;
            spin_unlock(&pool->lock);
            return;
        }
        spin_unlock(&pool->lock);
    }
    pool->free(element, pool->cache);
}
