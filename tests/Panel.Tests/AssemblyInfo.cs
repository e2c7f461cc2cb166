// There is one desktop, and one installation of the package.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
