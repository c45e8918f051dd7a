// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab;

import java.util.List;
import org.zfcp4j.channel.ChannelParameter;
import org.zfcp4j.channel.FcpChannel;
import org.zfcp4j.channel.FcpSubchannel;
import org.zfcp4j.kernel.Device;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.WorkQueue;
import org.zfcp4j.lab.fake.FcTransportFake;
import org.zfcp4j.lab.fake.MidlayerObserver;
import org.zfcp4j.lab.fake.ScsiMidlayerFake;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.qdio.CcwDriver;
import org.zfcp4j.qdio.QdioObserver;
import org.zfcp4j.scsi.ScsiHost;
import org.zfcp4j.zfcp.adapter.AdapterSetup;
import org.zfcp4j.zfcp.ccw.CcwOps;
import org.zfcp4j.zfcp.def.ModuleParameters;
import org.zfcp4j.zfcp.def.ZfcpModule;

/** The hardware of a world and the driver that it runs: a channel with its subchannels, what lies above the driver, and the module. */
final class Machine {
    private static final String[] BUS_IDS = {"0.0.1900", "0.0.1901", "0.0.1902", "0.0.1903"};

    final FcpChannel channel = new FcpChannel();
    final List<CcwDevice> cdevs;
    final WorkQueue commonIo;
    final ScsiMidlayerFake scsi;
    final FcTransportFake fc;
    final ZfcpModule module;
    private final WorldConfig config;
    private final Kernel kernel;

    /** Without devices, so that all observers exist when they are added. */
    Machine(WorldConfig config, Kernel kernel, Instruments instruments) {
        this.config = config;
        this.kernel = kernel;
        this.cdevs = instruments.cdevs;
        this.commonIo = kernel.orderedWorkQueue("cio");
        channel.addStorage(kernel.storage());
        setChannel();
        MidlayerObserver midlayer = new MidlayerObserver() {
            @Override
            public void postEvent(ScsiHost host, int code, int data) {
                instruments.posted(host, code, data);
            }
        };
        this.scsi = new ScsiMidlayerFake(kernel, midlayer);
        this.fc = new FcTransportFake(midlayer, this::sleep, config.blockTargetsMillis());
        ModuleParameters parameters = new ModuleParameters();
        parameters.dbflevel = Instruments.FULL_TRACE;
        parameters.portScanRatelimit = config.portScanRatelimit();
        parameters.portScanBackoff = config.portScanBackoff();
        config.parameters().accept(parameters);
        this.module = new ZfcpModule(kernel, scsi, fc, instruments::traced, parameters, config.policy(), config.level(),
                AdapterSetup.UPCALLS);
    }

    private void setChannel() {
        channel.set(ChannelParameter.ANSWER_DELAY_NS, config.answerDelayNanos());
        channel.set(ChannelParameter.JITTER_NS, config.jitterNanos());
        channel.set(ChannelParameter.SEED, config.seed());
        channel.set(ChannelParameter.SRB_LIMIT, config.srbLimit());
        // NPIV devices in one zone: each sees the others log in and off.
        channel.set(ChannelParameter.ZONES, 1);
        channel.set(ChannelParameter.CONNECTION_FEATURES, 1);
        channel.set(ChannelParameter.LOST_POLICY, 0);
    }

    /** Lets time pass, for whatever blocks targets. */
    private void sleep(long millis) {
        if (millis > 0) {
            kernel.msleep(millis);
        }
    }

    /** The devices that the configuration asks for, then its faults. */
    void addDevices(QdioObserver observer) {
        CcwDriver driver = CcwOps.of(module);
        for (int i = 0; i < config.devices(); i++) {
            FcpSubchannel subchannel = channel.addSubchannel(BUS_IDS[i]);
            CcwDevice cdev = new CcwDevice(kernel, new Device(kernel, BUS_IDS[i], null, null, dev -> { }), subchannel, driver);
            cdev.setTiming(config.timing());
            cdev.setObserver(observer);
            cdevs.add(cdev);
            subchannel.attach(kernel, commonIo);
        }
        config.faults().forEach(channel::addFault);
    }
}
