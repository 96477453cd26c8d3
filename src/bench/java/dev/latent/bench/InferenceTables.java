package dev.latent.bench;

import java.util.List;

/** Requests, calls and the encoder. */
final class InferenceTables {
    private final Table batching = new Table(
            "Requests.",
            "Over HTTP on this machine, the clients on the same processors; one sample a request, PNG. Apart: each request"
                    + " with a forward of its own (latent.inference.batching=false). Ready: a handler that returns bytes that are there.",
            "operation",
            "clients",
            "requests/s",
            "p50, ms",
            "p99, ms",
            "apart, requests/s",
            "apart, p50, ms",
            "× apart's throughput",
            "× apart's p50",
            "ready, requests/s",
            "of ready's");
    private final Table inProcess = new Table(
            "Calls in the process.",
            "Samples a second, one a call, beside DJL's own Predictor on the same network in the same process.",
            "model",
            "clients",
            "ours, samples/s",
            "DJL Predictor, samples/s",
            "× Predictor's");
    private final Table encoder = new Table(
            "PNG.",
            "Microseconds for one 28×28 picture, and for its share of a forward.",
            "model",
            "encoder",
            "forward of 1",
            "forward of 64, a sample",
            "encoder / forward of 1");
    private final Table training = new Table(
            "Serving beside a training run.",
            "samples of vae, one a request. Empty loops: a process of the same low priority that keeps all processors busy with nothing, so what is the scheduler's part.",
            "clients",
            "p50 alone, ms",
            "p99 alone, ms",
            "p50 beside, ms",
            "p99 beside, ms",
            "p99 beside / alone",
            "p99 beside empty loops, ms",
            "p99 beside / beside empty loops");

    void batching(String operation, int clients, Load together, Load alone, Load ready, Setup setup) {
        batching.row(
                operation,
                clients,
                together.perSecond(),
                together.p50(),
                together.p99(),
                alone.perSecond(),
                alone.p50(),
                together.perSecond() / alone.perSecond(),
                together.p50() / alone.p50(),
                ready.perSecond(),
                together.perSecond() / ready.perSecond());
        setup.say(batching.lastLine());
    }

    void inProcess(String model, int clients, double ours, double predictor) {
        inProcess.row(model, clients, ours, predictor, ours / predictor);
    }

    void encoder(String model, double pictures, double forwards, double samplesOfLarge) {
        encoder.row(model, 1e6 / pictures, 1e6 / forwards, 1e6 / samplesOfLarge, forwards / pictures);
    }

    void besideTraining(int clients, Load quiet, Load busy, Load beside) {
        training.row(
                clients,
                quiet.p50(),
                quiet.p99(),
                busy.p50(),
                busy.p99(),
                busy.p99() / quiet.p99(),
                beside.p99(),
                busy.p99() / beside.p99());
    }

    List<Table> all() {
        return List.of(batching, inProcess, encoder, training);
    }
}
