// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.cost;

import org.zfcp4j.channel.AccessLog;
import org.zfcp4j.channel.ChannelParameter;
import org.zfcp4j.channel.FcpChannel;
import org.zfcp4j.channel.FcpSubchannel;
import org.zfcp4j.channel.RamDisk;
import org.zfcp4j.channel.RemotePort;
import org.zfcp4j.channel.StepDetail;
import org.zfcp4j.channel.StepKind;
import org.zfcp4j.channel.StepResult;
import org.zfcp4j.checked.FieldAccess;
import org.zfcp4j.coherence.Ledger;
import org.zfcp4j.kernel.Completion;
import org.zfcp4j.kernel.Device;
import org.zfcp4j.kernel.virtual.Hardware;
import org.zfcp4j.kernel.virtual.HardwareTask;
import org.zfcp4j.kernel.virtual.RunResult;
import org.zfcp4j.kernel.virtual.VirtualConfig;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.lab.fake.FcTransportFake;
import org.zfcp4j.lab.fake.MidlayerObserver;
import org.zfcp4j.lab.fake.ScsiMidlayerFake;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.qdio.QdioTiming;
import org.zfcp4j.scsi.FcRport;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.scsi.ScsiHost;
import org.zfcp4j.zfcp.adapter.AdapterSetup;
import org.zfcp4j.zfcp.ccw.CcwOps;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.FcpLun;
import org.zfcp4j.zfcp.def.ModuleParameters;
import org.zfcp4j.zfcp.def.ZfcpModule;
import org.zfcp4j.zfcp.level.Levels;

/** One FCP device whose memory accesses are counted: the channel, the driver, and the workload. */
final class CostMachine {
    private static final RemotePort PORT = new RemotePort(0x500507630300c562L, 0x5005076303ffc562L, 0x010200);
    private static final long LUN = 0x4010400000000000L;
    private static final int BLOCKS = 1024;
    private static final int BLOCK = 512;
    /** Virtual time: until everything is quiet, whatever it takes in cycles. */
    private static final int QUIET_MILLIS = 100;
    private static final long STORAGE = 64 << 20;

    private final CostSettings settings;
    private final Processors processors;
    private final Meter meter;
    private final AccessLog log = new AccessLog();
    private final ParallelRefill policy;
    private final VirtualKernel kernel;
    private final FcpChannel channel = new FcpChannel();
    private final ScsiMidlayerFake scsi;
    private final FcTransportFake fc;
    private final CcwDevice cdev;
    private final FcpSubchannel subchannel;
    private Ledger ledger;
    private long cycles;
    private final SrbReturns returns;

    CostMachine(CostSettings settings) {
        this.settings = settings;
        processors = new Processors(settings.processors(), settings.placement(), settings.seed());
        meter = new Meter(settings, processors);
        policy = new ParallelRefill(settings.policy());
        // Each task on a thread of its own, since the native channel records accesses by thread.
        kernel = new VirtualKernel(new VirtualConfig().scheduler(processors).seed(settings.seed()).storageSize(STORAGE).reusesFreed()
                .platformThreads().accessListener(meter));
        meter.attach(kernel.storage(), kernel::currentTask);
        channel.addStorage(kernel.storage());
        channel.set(ChannelParameter.ANSWER_DELAY_NS, 0);
        channel.set(ChannelParameter.SEED, settings.seed());
        channel.set(ChannelParameter.CONNECTION_FEATURES, 1);
        channel.set(ChannelParameter.STATUS_READ_BUF_NUM, settings.srbs());
        if (settings.workload() == Workload.POST) {
            // The driver takes buffers back by itself, so the channel believes to have ever more of them.
            channel.set(ChannelParameter.SRB_LIMIT, Integer.MAX_VALUE);
        }
        channel.san().addPort(PORT, false);
        channel.san().addDisk(PORT.wwpn(), new RamDisk(LUN, BLOCKS, BLOCK));
        MidlayerObserver midlayer = new MidlayerObserver() {
        };
        scsi = new ScsiMidlayerFake(kernel, midlayer);
        fc = new FcTransportFake(midlayer);
        ModuleParameters parameters = new ModuleParameters();
        // no trace of each request
        parameters.dbflevel = 1;
        ZfcpModule module = new ZfcpModule(kernel, scsi, fc, (area, level, tod, record, length) -> { }, parameters, policy,
                Levels.linux510(), AdapterSetup.UPCALLS);
        subchannel = channel.addSubchannel("0.0.1900");
        cdev = new CcwDevice(kernel, new Device(kernel, "0.0.1900", null, null, dev -> { }), subchannel, CcwOps.of(module));
        cdev.setTiming(QdioTiming.NONE);
        subchannel.attach(kernel, kernel.orderedWorkQueue("cio"));
        returns = new SrbReturns(kernel, this);
        new ChannelTask();
    }

    /** The channel as a task whose accesses are counted when it has made them. */
    private final class ChannelTask {
        private final StepResult step = channel.newStepResult();

        ChannelTask() {
            Hardware hardware = kernel.hardware("channel", this::step);
            channel.setDoorbell(hardware::doorbell);
        }

        private long step(long now) {
            boolean acted = channel.step(now, step);
            meter.channelStep(log);
            if (!acted) {
                return step.dueNanos() == Long.MAX_VALUE ? HardwareTask.IDLE : step.dueNanos();
            }
            if (step.kind() == StepKind.FETCH && step.detail() == StepDetail.SRB) {
                returns.fetched(step.reqId());
            } else if (step.kind() == StepKind.INTERRUPT) {
                channel.raise(step);
            }
            return now;
        }
    }

    /** Brings the device up, lets the workload run, and takes the device away. */
    CostResult run() {
        Memory.guard(meter);
        FieldAccess.guard(meter);
        try {
            RunResult result = kernel.runOrThrow(this::script);
            if (ledger == null) {
                throw new IllegalStateException("nothing was counted: " + result);
            }
            return new CostResult(settings, meter.labels(), ledger, cycles);
        } finally {
            channel.close();
            kernel.close();
        }
    }

    CostSettings settings() {
        return settings;
    }

    VirtualKernel kernel() {
        return kernel;
    }

    FcpSubchannel subchannel() {
        return subchannel;
    }

    ParallelRefill policy() {
        return policy;
    }

    Adapter adapter() {
        return (Adapter) cdev.device().driverData();
    }

    /** The disk; process context. */
    ScsiDevice disk() {
        ScsiHost host = adapter().scsiHost;
        FcRport rport = fc.find(host, PORT.wwpn());
        return scsi.probe(host, rport, rport.scsiTargetId, FcpLun.toScsiLun(LUN));
    }

    /** A completion of the experiment: what is done to it does not count. */
    Completion completion() {
        return kernel.completion("experiment", this);
    }

    /** Lets time pass until everything is quiet. */
    void quiesce() {
        kernel.msleep(QUIET_MILLIS);
    }

    private void script() {
        cdev.setOnline();
        quiesce();
        Runnable workload = switch (settings.workload()) {
            case REFILL -> new RefillRounds(this);
            case POST -> new Posts(this, returns);
            case IO -> new Reads(this, disk());
        };
        // Once without counting: what is touched for the first time is no traffic of the workload.
        workload.run();
        processors.align();
        long start = processors.latest();
        meter.begin(adapter().qdio);
        workload.run();
        cycles = processors.latest() - start;
        ledger = meter.end();
        cdev.setOffline();
        cdev.driver().remove(cdev);
    }
}
