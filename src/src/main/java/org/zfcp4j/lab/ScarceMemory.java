// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab;

import java.util.Set;
import org.zfcp4j.kernel.virtual.AllocationPolicy;
import org.zfcp4j.kernel.virtual.SeededRandom;

/** The memory of a world, which a scenario can make scarce: then some allocations that may not wait fail. Virtual kernel. */
public final class ScarceMemory implements AllocationPolicy {
    /** What a device needs when it is registered. */
    static final String REGISTRATION = "device_register";
    /** Allocations of a running driver; without the others it would not start at all. */
    private static final Set<String> SCARCE = Set.of("erp_req", "gid_pn_req", "scsi_req", "scsi_abort", "status_read_req",
            "qtcb_pool", "sr_data", "gid_pn", "zfcp_fc_req", "zfcp_fsf_req", "zfcp_fsf_qtcb", "zfcp_fc_event", "page",
            "zfcp_port", "zfcp_unit", REGISTRATION);

    private final SeededRandom random;
    private int perMille;
    private boolean all;
    private int secured;
    private long refusals;

    ScarceMemory(long seed) {
        random = new SeededRandom(seed);
    }

    /** From now on, so many of a thousand allocations fail. */
    public void starve(int newPerMille) {
        perMille = newPerMille;
    }

    /** The same for everything, also for what a device needs to be set online at all. */
    public void starveSetUp(int newPerMille) {
        perMille = newPerMille;
        all = true;
    }

    /** From now on there is enough. */
    public void suffice() {
        perMille = 0;
        all = false;
    }

    /** Whether allocations fail. */
    public boolean isScarce() {
        return perMille != 0;
    }

    /** Runs something with enough memory. Process context. */
    public void secured(Runnable action) {
        secured++;
        action.run();
        secured--;
    }

    @Override
    public boolean allow(String cache, long size, long number) {
        boolean allowed = perMille == 0 || secured != 0 || !(all || SCARCE.contains(cache)) || !random.chance(perMille);
        if (!allowed) {
            refusals++;
        }
        return allowed;
    }

    /** How many allocations have failed. */
    long refusals() {
        return refusals;
    }
}
