// There is one desktop, and processor time is measured on it.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
