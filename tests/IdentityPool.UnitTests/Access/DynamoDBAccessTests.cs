using Xunit;

namespace IdentityPools.UnitTests.Access;

/// <summary>What is granted on tables: the actions of the CDK's grants.</summary>
public sealed class DynamoDBAccessTests
{
    private const string Table = "arn:aws:dynamodb:eu-west-1:123456789012:table/Orders";
    private const string OnTable = $"\"Resource\":[\"{Table}\",\"{Table}/index/*\"]";
    private const string ReadActions = "\"dynamodb:BatchGetItem\",\"dynamodb:ConditionCheckItem\"";

    [Fact]
    public void Reading() =>
        Assert.Equal(
            [$$"""{"Effect":"Allow","Action":[{{ReadActions}},"dynamodb:DescribeTable","dynamodb:GetItem","dynamodb:Query","dynamodb:Scan"],{{OnTable}}}"""],
            Grants.Of(AwsService.DynamoDB, AccessLevel.Read, Table)
        );

    [Fact]
    public void Writing() =>
        Assert.Equal(
            [
                $$"""{"Effect":"Allow","Action":["dynamodb:BatchWriteItem","dynamodb:DeleteItem","dynamodb:DescribeTable","dynamodb:PutItem","dynamodb:UpdateItem"],{{OnTable}}}""",
            ],
            Grants.Of(AwsService.DynamoDB, AccessLevel.Write, Table)
        );

    [Fact]
    public void Both_are_one_statement() => Assert.Single(Grants.Of(AwsService.DynamoDB, AccessLevel.ReadWrite, Table));

    [Fact]
    public void Each_identity_reads_the_items_of_its_own_partition_and_cannot_scan() =>
        Assert.Equal(
            [
                $$$$"""{"Effect":"Allow","Action":[{{{{ReadActions}}}},"dynamodb:GetItem","dynamodb:Query"],{{{{OnTable}}}},"Condition":{"ForAllValues:StringEquals":{"dynamodb:LeadingKeys":"{{{{Grants.Identity}}}}"}}}""",
            ],
            Grants.PerIdentity(AwsService.DynamoDB, AccessLevel.Read, Table)
        );

    [Theory]
    [InlineData(AccessLevel.Read)]
    [InlineData(AccessLevel.Write)]
    [InlineData(AccessLevel.ReadWrite)]
    public void No_action_without_keys_is_left_to_a_condition_on_keys(AccessLevel access)
    {
        var statement = Assert.Single(Grants.PerIdentity(AwsService.DynamoDB, access, Table));

        Assert.DoesNotContain("Scan", statement);
        Assert.DoesNotContain("DescribeTable", statement);
    }

    [Fact]
    public void An_index_is_itself()
    {
        const string Index = Table + "/index/ByDate";

        Assert.Equal([Index], Grants.Resources(AwsService.DynamoDB, AccessLevel.Read, Index));
    }

    [Fact]
    public void A_table_of_the_template_has_its_indexes() =>
        Assert.Equal(
            ["""{"Fn::GetAtt":["Orders","Arn"]}""", """{"Fn::Sub":"${Orders.Arn}/index/*"}"""],
            Grants.Resources(AwsService.DynamoDB, AccessLevel.Write, Grants.Function("""{"Fn::GetAtt":["Orders","Arn"]}"""))
        );

    [Fact]
    public void Tables_are_granted_together() =>
        Assert.Equal(
            [Table, Table + "/index/*", Table + "2", Table + "2/index/*"],
            Assert.Single(Grants.Statements(AwsService.DynamoDB, AccessLevel.Read, perIdentity: false, Table + "2", Table)).TypedResources
        );
}
