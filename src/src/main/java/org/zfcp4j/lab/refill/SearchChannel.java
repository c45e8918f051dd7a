// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.refill;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.zfcp4j.channel.ChannelParameter;
import org.zfcp4j.channel.ChannelState;
import org.zfcp4j.channel.FcpChannel;
import org.zfcp4j.channel.FcpSubchannel;
import org.zfcp4j.channel.StepResult;
import org.zfcp4j.kernel.Storage;
import org.zfcp4j.layout.fsf.FsfConstants;

/**
 * A mock channel with one subchannel that each run finds as it was made. A search makes one for each of its threads, not for each run;
 * they live as long as the process. A run that never ends keeps its own.
 */
final class SearchChannel {
    /** What such a channel says of signals: none is needed for input, and none to synchronise. */
    private static final int QDIOAC1 = 0x20 | 0x08 | 0x04;
    private static final int QDIOAC2 = 0x00d2;

    private static final Queue<SearchChannel> IDLE = new ConcurrentLinkedQueue<>();

    private final FcpChannel channel = new FcpChannel();
    private final FcpSubchannel subchannel = channel.addSubchannel(AdapterParts.BUS_ID);
    private final StepResult step = channel.newStepResult();
    private final ChannelState fresh;

    private SearchChannel() {
        channel.set(ChannelParameter.QDIOAC1, QDIOAC1);
        channel.set(ChannelParameter.QDIOAC2, QDIOAC2);
        channel.set(ChannelParameter.ADAPTER_FEATURES, FsfConstants.FSF_FEATURE_HBAAPI_MANAGEMENT);
        fresh = channel.save();
    }

    /** One that has seen nothing yet, to be given back when the run is over. */
    static SearchChannel take(Storage storage) {
        SearchChannel idle = IDLE.poll();
        SearchChannel taken = idle == null ? new SearchChannel() : idle;
        taken.channel.restore(taken.fresh);
        taken.channel.addStorage(storage);
        return taken;
    }

    void giveBack() {
        IDLE.add(this);
    }

    FcpChannel channel() {
        return channel;
    }

    FcpSubchannel subchannel() {
        return subchannel;
    }

    StepResult step() {
        return step;
    }
}
