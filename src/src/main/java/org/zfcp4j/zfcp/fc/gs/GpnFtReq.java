// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fc.gs;

import org.zfcp4j.kernel.Storage;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fc.FcGpnFtResp;
import org.zfcp4j.layout.fc.ZfcpFcGpnFtReq;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.ScatterList;
import org.zfcp4j.zfcp.def.CtEls;
import org.zfcp4j.zfcp.def.FcLimits;
import org.zfcp4j.zfcp.def.ZfcpModule;

/** {@code zfcp_fc.c}: a request for the list of ports (GPN_FT) with the pages that its answer fills. */
final class GpnFtReq {
    private final FcReq fcReq;
    private final long[] pages;

    private GpnFtReq(FcReq fcReq, long[] pages) {
        this.fcReq = fcReq;
        this.pages = pages;
    }

    /** {@code zfcp_fc_alloc_sg_env}: a request with {@code bufNum} pages for the answer; null without memory. */
    @LinuxSource(value = "zfcp_fc.c:zfcp_fc_alloc_sg_env", calls = "sg_init_one")
    static GpnFtReq allocSgEnv(ZfcpModule module, int bufNum) {
        FcReq fcReq = FcReq.zalloc(module);
        if (fcReq == null) {
            return null;
        }

        long[] pages = new long[bufNum];
        ScatterList sgRsp = sgSetupTable(module, pages);
        if (sgRsp == null) {
            fcReq.free(module);
            return null;
        }

        fcReq.ctEls.req = ScatterList.one(fcReq.request(), ZfcpFcGpnFtReq.SIZE);
        fcReq.ctEls.resp = sgRsp;
        return new GpnFtReq(fcReq, pages);
    }

    /** {@code zfcp_fc_sg_setup_table}: zeroed pages and a list of them; null without memory. */
    @LinuxSource("zfcp_fc.c:zfcp_fc_sg_setup_table")
    private static ScatterList sgSetupTable(ZfcpModule module, long[] pages) {
        ScatterList sg = new ScatterList(pages.length);
        for (int i = 0; i < pages.length; i++) {
            pages[i] = module.pageCache.alloc();
            if (pages[i] == 0) {
                sgFreeTable(module, pages, i);
                return null;
            }
            Memory.zero(pages[i], Storage.PAGE_SIZE);
            sg.set(i, pages[i], Storage.PAGE_SIZE);
        }
        return sg;
    }

    /** {@code zfcp_fc_sg_free_table}: gives the first {@code count} pages back. */
    @LinuxSource("zfcp_fc.c:zfcp_fc_sg_free_table")
    private static void sgFreeTable(ZfcpModule module, long[] pages, int count) {
        for (int i = 0; i < count; i++) {
            module.pageCache.free(pages[i]);
        }
    }

    /** Gives back what {@link #allocSgEnv} allocated. */
    void free(ZfcpModule module) {
        sgFreeTable(module, pages, pages.length);
        fcReq.free(module);
    }

    CtEls ctEls() {
        return fcReq.ctEls;
    }

    /** Absolute address of the request. */
    long request() {
        return fcReq.request();
    }

    /** Absolute address of the header of the answer. */
    long header() {
        return pages[0];
    }

    /**
     * Absolute address of entry {@code x} of an answer. Entry 0 is the CT header, which is as long as an entry; no entry
     * crosses the end of a page.
     */
    static long entry(ScatterList answer, int x) {
        int entriesPerPage = FcLimits.ZFCP_FC_GPN_FT_ENT_PAGE + 1;
        return answer.address(x / entriesPerPage) + (long) (x % entriesPerPage) * FcGpnFtResp.SIZE;
    }
}
