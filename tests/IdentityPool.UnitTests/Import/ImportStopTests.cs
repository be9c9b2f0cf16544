using System.Globalization;
using IdentityPools.Template;
using IdentityPools.Values;
using IdentityPools.Yaml;
using Xunit;

namespace IdentityPools.UnitTests.Import;

/// <summary>The user can end an import at any moment: while text is read, while values are put in, and while a single pool is read.</summary>
public sealed class ImportStopTests
{
    [Fact]
    public void YamlIsReadNoFartherThanToTheStop()
    {
        using var stop = new CancellationTokenSource();
        var text = new StoppedText(string.Concat(Enumerable.Repeat("- a: b\n", 100_000)), 10_000, stop);
        Assert.Throws<OperationCanceledException>(() => new YamlTemplateReader(new YamlEvents(text, stop.Token.ThrowIfCancellationRequested)).ReadDocument());
        Assert.InRange(text.Count, 10_000, 20_000);
    }

    [Theory]
    [InlineData("""{"Resources":{}}""")]
    [InlineData("Resources: {}")]
    public void TextIsNotReadAfterTheStop(string text)
    {
        var stopped = new CancellationToken(canceled: true);
        Action next = stopped.ThrowIfCancellationRequested;
        Assert.Throws<OperationCanceledException>(() =>
            text.StartsWith('{') ? new JsonTemplateText().Read(text, next) : new YamlTemplateText().Read(text, next)
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AnyStepOfAnImportMayBeItsLast(bool isEvaluated)
    {
        var root = Rich(statements: 3);
        var all = Steps(root, isEvaluated, int.MaxValue);
        for (var last = 1; last < all; last++)
        {
            Assert.Equal(last, Steps(root, isEvaluated, last));
        }
    }

    /// <summary>What takes long in one pool is many steps.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ASinglePoolIsReadInSteps(bool isEvaluated) =>
        Assert.InRange(Steps(Rich(statements: 40), isEvaluated, int.MaxValue) - Steps(Rich(statements: 20), isEvaluated, int.MaxValue), 20, 2_000);

    private static int Steps(TemplateNode root, bool isEvaluated, int last)
    {
        var steps = 0;
        var input = isEvaluated ? new EvaluationInput { Parameters = new Dictionary<string, TemplateNode>() } : new();
        try
        {
            Assert.Single(TemplateImporter.Import(root, input, next: Next).Pools);
            Assert.Equal(int.MaxValue, last);
        }
        catch (OperationCanceledException)
        {
            Assert.Equal(last, steps);
        }

        return steps;

        void Next()
        {
            if (++steps == last)
            {
                throw new OperationCanceledException();
            }
        }
    }

    /// <summary>A pool whose role has a policy for each of so many buckets.</summary>
    private static TemplateNode Rich(int statements) =>
        new YamlTemplateText().Read(
            """
            Parameters:
              Name: { Type: String, Default: shop }
            Conditions:
              IsShop: !Equals [!Ref Name, shop]
            Resources:
              Pool:
                Type: AWS::Cognito::IdentityPool
                Properties:
                  IdentityPoolName: !If [IsShop, !Ref Name, other]
                  AllowUnauthenticatedIdentities: false
              Roles:
                Type: AWS::Cognito::IdentityPoolRoleAttachment
                Properties: { IdentityPoolId: !Ref Pool, Roles: { authenticated: !GetAtt Role.Arn } }
              Role:
                Type: AWS::IAM::Role
                Properties:
                  AssumeRolePolicyDocument:
                    Statement:
                      Effect: Allow
                      Principal: { Federated: cognito-identity.amazonaws.com }
                      Action: sts:AssumeRoleWithWebIdentity
                      Condition: { StringEquals: { "cognito-identity.amazonaws.com:aud": !Ref Pool } }

            """
                + string.Concat(
                    Enumerable
                        .Range(1, statements)
                        .Select(number =>
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $$"""
                                  Policy{{number}}:
                                    Type: AWS::IAM::Policy
                                    Properties:
                                      PolicyName: shop
                                      Roles: [!Ref Role]
                                      PolicyDocument:
                                        Version: "2012-10-17"
                                        Statement: { Effect: Allow, Action: s3:GetObject, Resource: !Sub "arn:aws:s3:::${Name}-{{number}}/*" }

                                """
                            )
                        )
                )
        );

    /// <summary>Text that stops its reader when so much of it was read.</summary>
    private sealed class StoppedText(string text, int end, CancellationTokenSource stop) : StringReader(text)
    {
        public int Count { get; private set; }

        public override int Read()
        {
            Note(1);
            return base.Read();
        }

        public override int Read(char[] buffer, int index, int count)
        {
            var read = base.Read(buffer, index, count);
            Note(read);
            return read;
        }

        public override int Read(Span<char> buffer)
        {
            var read = base.Read(buffer);
            Note(read);
            return read;
        }

        private void Note(int read)
        {
            Count += read;
            if (Count >= end)
            {
                stop.Cancel();
            }
        }
    }
}
