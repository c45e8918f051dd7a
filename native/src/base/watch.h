// SPDX-License-Identifier: GPL-2.0-only
/*
 * Accesses to main storage, recorded for whoever counts them: in the variant of the library that is compiled with FCP_WATCHED. In the
 * other one, nothing is left of it.
 */
#ifndef FCPMOCK_WATCH_H
#define FCPMOCK_WATCH_H

#include <stdint.h>

#include "fcpmock.h"

#ifdef FCP_WATCHED
void watch(uint64_t address, uint64_t length, enum fcp_access_kind kind);
#else
static inline void watch(uint64_t address, uint64_t length, enum fcp_access_kind kind)
{
    (void)address;
    (void)length;
    (void)kind;
}
#endif

static inline void watch_read(const void *address, uint64_t length)
{
    watch((uint64_t)(uintptr_t)address, length, FCP_READ);
}

static inline void watch_write(const void *address, uint64_t length)
{
    watch((uint64_t)(uintptr_t)address, length, FCP_WRITE);
}

#endif
