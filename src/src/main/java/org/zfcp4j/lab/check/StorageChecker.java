// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import java.util.List;
import org.zfcp4j.kernel.Storage;
import org.zfcp4j.qdio.CcwDevice;

/** When all devices were removed, what was allocated for them has been freed. */
public final class StorageChecker implements WorldObserver {
    private final Storage storage;
    private final Findings findings;
    private final long before;

    /** Remembers what is allocated now. */
    public StorageChecker(Storage storage, Findings findings) {
        this.storage = storage;
        this.findings = findings;
        this.before = storage.allocated();
    }

    @Override
    public void removed(List<CcwDevice> devices) {
        if (storage.allocated() != before) {
            findings.add(Invariant.STORAGE, "", storage.allocated() - before + " bytes of main storage were not freed");
        }
    }
}
