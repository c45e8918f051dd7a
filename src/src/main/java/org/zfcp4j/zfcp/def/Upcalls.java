// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.def;

import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import org.zfcp4j.kernel.Work;

/**
 * The functions that lower packages of the driver call upwards: the C files call each other in cycles, the packages do not. A module
 * gets them when it is made.
 *
 * @param reqidCheck   {@code zfcp_fsf_reqid_check}: the channel filled the response SBAL with this index
 * @param statWork     function of {@code stat_work} of an adapter
 * @param scanWork     function of {@code scan_work} of an adapter
 * @param nsUpWork     function of {@code ns_up_work} of an adapter
 * @param postEvent    function of {@code events.work} of an adapter
 * @param gidPnWork    function of {@code gid_pn_work} of a port
 * @param testLinkWork function of {@code test_link_work} of a port
 * @param rportWork    function of {@code rport_work} of a port
 */
public record Upcalls(ObjIntConsumer<ZfcpQdio> reqidCheck, Consumer<Work> statWork, Consumer<Work> scanWork, Consumer<Work> nsUpWork,
        Consumer<Work> postEvent, Consumer<Work> gidPnWork, Consumer<Work> testLinkWork, Consumer<Work> rportWork) {

    /** For a part of the driver that calls none of them: each does nothing. */
    public static final Upcalls NONE = new Upcalls((qdio, index) -> { }, Upcalls::nothing, Upcalls::nothing, Upcalls::nothing,
            Upcalls::nothing, Upcalls::nothing, Upcalls::nothing, Upcalls::nothing);

    private static void nothing(Work work) {
        // the part of the driver that would act is absent
    }

    /** The same with another {@link #reqidCheck}. */
    public Upcalls withReqidCheck(ObjIntConsumer<ZfcpQdio> other) {
        return new Upcalls(other, statWork, scanWork, nsUpWork, postEvent, gidPnWork, testLinkWork, rportWork);
    }

    /** The same with other functions of the two work items of an adapter that refills wait for. */
    public Upcalls withStatAndScanWork(Consumer<Work> stat, Consumer<Work> scan) {
        return new Upcalls(reqidCheck, stat, scan, nsUpWork, postEvent, gidPnWork, testLinkWork, rportWork);
    }

    /** The same with another {@link #rportWork}. */
    public Upcalls withRportWork(Consumer<Work> other) {
        return new Upcalls(reqidCheck, statWork, scanWork, nsUpWork, postEvent, gidPnWork, testLinkWork, other);
    }
}
