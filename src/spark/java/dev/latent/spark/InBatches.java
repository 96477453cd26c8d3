package dev.latent.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** Takes items in batches, the next one when all results of the one before were taken. */
final class InBatches<A, B> implements Iterator<B> {
    private final Iterator<A> items;
    private final int size;
    private final Function<List<A>, List<B>> batch;
    private Iterator<B> results = List.<B>of().iterator();

    /** @param batch gives a result for each item */
    InBatches(Iterator<A> items, int size, Function<List<A>, List<B>> batch) {
        this.items = items;
        this.size = size;
        this.batch = batch;
    }

    @Override
    public boolean hasNext() {
        return results.hasNext() || items.hasNext();
    }

    @Override
    public B next() {
        if (!results.hasNext()) {
            results = batch.apply(take()).iterator();
        }
        return results.next();
    }

    private List<A> take() {
        if (!items.hasNext()) {
            throw new NoSuchElementException();
        }
        List<A> taken = new ArrayList<>(size);
        while (taken.size() < size && items.hasNext()) {
            taken.add(items.next());
        }
        return taken;
    }
}
