namespace IdentityPools.ModuleTests.PesterLite;

internal sealed class AssertionException(string message) : Exception(message);
