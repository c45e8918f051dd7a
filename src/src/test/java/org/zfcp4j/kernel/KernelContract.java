// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

/** What the driver relies on, whichever kernel it runs on. */
public interface KernelContract extends WaitContract, WorkContract, TimerContract, ContextContract, LockContract, AtomicContract,
        StorageContract {
}
