using Amazon.Runtime;
using IdentityPools.Aws;
using IdentityPools.Ports;
using Xunit;

namespace IdentityPools.UnitTests.Live;

/// <summary>That there are no credentials is known from where they are looked for, not from the words of an exception.</summary>
public sealed class ChainCredentialsTests
{
    private const string Operation = "cognito-identity:GetId";

    [Fact]
    public async Task A_chain_that_finds_nothing_lacks_credentials()
    {
        var cause = new AmazonClientException("Nothing of use was found.");
        var missing = await Assert.ThrowsAsync<CallException>(() => new ChainCredentials(() => throw cause).GetCredentialsAsync());

        // The SDK wraps what the resolution of credentials throws.
        var error = AwsErrors.Translate(Operation, "shop", new AmazonClientException("Could not resolve.", missing), []);

        Assert.Equal((nameof(Messages.CredentialsMissing), ServiceErrorKind.Authentication), (error.ErrorId, error.Kind));
        Assert.Same(cause, missing.InnerException);
        Assert.False(error.MayHaveHappened);
    }

    [Fact]
    public async Task Credentials_that_are_found_and_cannot_be_read_are_missing_too()
    {
        var chain = new ChainCredentials(() => new Unreadable());

        var missing = await Assert.ThrowsAsync<CallException>(() => chain.GetCredentialsAsync());

        Assert.Equal(nameof(Messages.CredentialsMissing), missing.ErrorId);
    }

    [Theory]
    [InlineData("The identity pool did not answer.")]
    [InlineData("Unable to parse the credentials in the answer.")]
    public void An_exception_of_a_call_is_no_lack_of_credentials_whatever_it_says(string words)
    {
        var error = AwsErrors.Translate(Operation, "shop", new AmazonClientException(words), []);

        Assert.Equal((nameof(Messages.NoAnswer), ServiceErrorKind.Connection), (error.ErrorId, error.Kind));
    }

    [Theory]
    [InlineData(
        "AccessDenied",
        "User: arn:aws:iam::123456789012:user/a is not authorized to perform: iam:PassRole on resource: arn:aws:iam::123456789012:role/R",
        nameof(Messages.PassRoleDenied)
    )]
    [InlineData(
        "AccessDenied",
        "User: arn:aws:iam::123456789012:user/iam:PassRole is not authorized to perform: iam:GetRole on resource: x",
        nameof(Messages.AccessDenied)
    )]
    [InlineData("SignatureDoesNotMatch", "Signature expired: 20260101T000000Z is now earlier than 20260101T000500Z", nameof(Messages.ClockSkew))]
    [InlineData("SignatureDoesNotMatch", "Signature not yet current: 20260101T001000Z is still later than 20260101T000500Z", nameof(Messages.ClockSkew))]
    [InlineData("SignatureDoesNotMatch", "The signature does not match. The canonical string was 'expired=true'", nameof(Messages.CredentialsInvalid))]
    public void Of_two_errors_with_one_code_the_words_of_AWS_decide(string code, string words, string errorId) =>
        Assert.Equal(errorId, AwsErrors.Translate("iam:GetRole", "R", new AmazonServiceException(words) { ErrorCode = code }, []).ErrorId);

    private sealed class Unreadable : AWSCredentials
    {
        public override ImmutableCredentials GetCredentials() => throw new AmazonServiceException("Unable to reach credentials server");
    }
}
