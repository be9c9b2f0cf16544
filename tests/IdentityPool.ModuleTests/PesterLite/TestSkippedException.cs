namespace IdentityPools.ModuleTests.PesterLite;

internal sealed class TestSkippedException(string message) : Exception(message);
