// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

import static org.zfcp4j.layout.qdio.QdioConstants.AC1_AUTOMATIC_SYNC_ON_OUT_PCI;
import static org.zfcp4j.layout.qdio.QdioConstants.AC1_AUTOMATIC_SYNC_ON_THININT;
import static org.zfcp4j.layout.qdio.QdioConstants.AC1_SIGA_INPUT_NEEDED;
import static org.zfcp4j.layout.qdio.QdioConstants.AC1_SIGA_OUTPUT_NEEDED;
import static org.zfcp4j.layout.qdio.QdioConstants.AC1_SIGA_SYNC_NEEDED;

import org.zfcp4j.linux.LinuxSource;

/**
 * {@code struct siga_flag}: which signals a subchannel needs.
 *
 * @param input SIGA-r after input SBALs were given to the channel
 * @param output SIGA-w after output SBALs were
 * @param sync SIGA-s whenever either side is to see SLSB changes
 * @param syncAfterAi also after an adapter interrupt
 * @param syncOutAfterPci output queues also after a PCI interrupt
 */
record SigaFlags(boolean input, boolean output, boolean sync, boolean syncAfterAi, boolean syncOutAfterPci) {
    static final SigaFlags NONE = new SigaFlags(false, false, false, false, false);

    /** {@code process_ac_flags}: from the adapter characteristics of the subchannel, in which level 7.1 looks them up each time. */
    @LinuxSource(value = "qdio_setup.c:process_ac_flags", level = "5.10")
    static SigaFlags of(int qdioac) {
        return new SigaFlags((qdioac & AC1_SIGA_INPUT_NEEDED) != 0,
                (qdioac & AC1_SIGA_OUTPUT_NEEDED) != 0,
                (qdioac & AC1_SIGA_SYNC_NEEDED) != 0,
                (qdioac & AC1_AUTOMATIC_SYNC_ON_THININT) == 0,
                (qdioac & AC1_AUTOMATIC_SYNC_ON_OUT_PCI) == 0);
    }
}
