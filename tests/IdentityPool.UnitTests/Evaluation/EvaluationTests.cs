using IdentityPools.Template;
using IdentityPools.Validation;
using IdentityPools.Values;
using IdentityPools.Yaml;
using Xunit;

namespace IdentityPools.UnitTests.Evaluation;

/// <summary>What functions give, case by case as CloudFormation documents them, and what stays because only a deployed stack knows it.</summary>
public sealed class EvaluationTests
{
    private const string Sections = """
        "Parameters": {
          "Stage": { "Type": "String", "Default": "prod", "AllowedValues": ["prod", "test"] },
          "Count": { "Type": "Number", "Default": 3, "MinValue": 1, "MaxValue": 5 },
          "Names": { "Type": "CommaDelimitedList", "Default": "a, b,c" },
          "Subnets": { "Type": "List<AWS::EC2::Subnet::Id>", "Default": "subnet-1,subnet-2" },
          "Short": { "Type": "String", "Default": "ab", "MinLength": 2, "MaxLength": 4, "AllowedPattern": "[a-z]*" },
          "Needed": { "Type": "String" },
          "Secret": { "Type": "String", "NoEcho": true, "Default": "hidden" },
          "Image": { "Type": "AWS::SSM::Parameter::Value<String>", "Default": "/path" }
        },
        "Mappings": { "M": { "eu-west-1": { "Name": "ireland", "List": ["x", "y"] }, "prod": { "Size": 7 } } },
        "Conditions": {
          "IsProd": { "Fn::Equals": [{ "Ref": "Stage" }, "prod"] },
          "IsTest": { "Fn::Not": [{ "Condition": "IsProd" }] },
          "IsIreland": { "Fn::Equals": [{ "Ref": "AWS::Region" }, "eu-west-1"] },
          "Both": { "Fn::And": [{ "Condition": "IsProd" }, { "Condition": "IsIreland" }] },
          "Either": { "Fn::Or": [{ "Condition": "IsTest" }, { "Condition": "IsIreland" }] },
          "Three": { "Fn::Equals": [{ "Ref": "Count" }, "3"] },
          "Imported": { "Fn::Equals": [{ "Fn::ImportValue": "x" }, "y"] },
          "NotBothImported": { "Fn::And": [{ "Condition": "Imported" }, { "Condition": "IsTest" }] },
          "ImportedAndProd": { "Fn::And": [{ "Condition": "Imported" }, { "Condition": "IsProd" }] },
          "OneImported": { "Fn::Or": [{ "Condition": "Imported" }, { "Condition": "IsProd" }] },
          "Secretly": { "Fn::Equals": [{ "Ref": "Secret" }, "hidden"] },
          "OfBucket": { "Fn::Equals": [{ "Ref": "Hidden" }, "other"] },
          "OfMapping": { "Fn::Equals": [{ "Fn::FindInMap": ["M", { "Ref": "Secret" }, "Size"] }, "7"] },
          "OfNeeded": { "Fn::Equals": [{ "Ref": "Needed" }, ""] },
          "Turning": { "Fn::Not": [{ "Condition": "Turned" }] },
          "Turned": { "Fn::Not": [{ "Condition": "Turning" }] },
          "Odd": { "Fn::Sub": "true" }
        }
        """;

    private static readonly EvaluationInput Known = new()
    {
        Parameters = new Dictionary<string, TemplateNode>(),
        Region = "eu-west-1",
        AccountId = "123456789012",
    };

    [Theory]
    // Ref: parameters, lists, pseudo parameters, resources.
    [InlineData("""{ "Ref": "Stage" }""", "\"prod\"")]
    [InlineData("""{ "Ref": "Count" }""", "\"3\"")]
    [InlineData("""{ "Ref": "Names" }""", """["a","b","c"]""")]
    [InlineData("""{ "Ref": "Subnets" }""", """["subnet-1","subnet-2"]""")]
    [InlineData("""{ "Ref": "AWS::Region" }""", "\"eu-west-1\"")]
    [InlineData("""{ "Ref": "AWS::AccountId" }""", "\"123456789012\"")]
    [InlineData("""{ "Ref": "AWS::Partition" }""", "\"aws\"")]
    [InlineData("""{ "Ref": "AWS::URLSuffix" }""", "\"amazonaws.com\"")]
    [InlineData("""{ "Ref": "Bucket" }""", "\"files-prod\"")]
    [InlineData("""{ "Ref": "Pool" }""", """{"Ref":"Pool"}""")]
    // Fn::GetAtt: what the template tells itself.
    [InlineData("""{ "Fn::GetAtt": ["Pool", "Name"] }""", "\"shop\"")]
    [InlineData("""{ "Fn::GetAtt": "Pool.Name" }""", "\"shop\"")]
    [InlineData("""{ "Fn::GetAtt": ["Bucket", "Arn"] }""", "\"arn:aws:s3:::files-prod\"")]
    [InlineData("""{ "Fn::GetAtt": ["Table", "Arn"] }""", "\"arn:aws:dynamodb:eu-west-1:123456789012:table/orders\"")]
    [InlineData("""{ "Fn::GetAtt": "Unnamed.Arn" }""", """{"Fn::GetAtt":["Unnamed","Arn"]}""")]
    [InlineData("""{ "Fn::GetAtt": ["Bucket", "DomainName"] }""", """{"Fn::GetAtt":["Bucket","DomainName"]}""")]
    // Fn::If, also of parts that stand for nothing.
    [InlineData("""{ "Fn::If": ["IsProd", "yes", "no"] }""", "\"yes\"")]
    [InlineData("""{ "Fn::If": ["IsTest", "yes", "no"] }""", "\"no\"")]
    [InlineData("""{ "Fn::If": ["Both", { "Fn::If": ["IsTest", 1, 2] }, 3] }""", "2")]
    [InlineData("""{ "Fn::If": ["Either", 1, 2] }""", "1")]
    [InlineData("""{ "Fn::If": ["Three", 1, 2] }""", "1")]
    [InlineData("""{ "Fn::If": ["NotBothImported", 1, 2] }""", "2")]
    [InlineData("""{ "Fn::If": ["OneImported", 1, 2] }""", "1")]
    [InlineData("""{ "Fn::If": ["ImportedAndProd", 1, 2] }""", """{"Fn::If":["ImportedAndProd",1,2]}""")]
    [InlineData("""{ "Fn::If": ["Secretly", 1, 2] }""", "1")]
    [InlineData("""[1, { "Fn::If": ["IsTest", 2, { "Ref": "AWS::NoValue" }] }, 3]""", "[1,3]")]
    [InlineData("""{ "A": { "Ref": "AWS::NoValue" }, "B": 1 }""", """{"B":1}""")]
    [InlineData("""{ "Fn::If": ["Imported", { "Ref": "Stage" }, "b"] }""", """{"Fn::If":["Imported","prod","b"]}""")]
    // Fn::FindInMap.
    [InlineData("""{ "Fn::FindInMap": ["M", { "Ref": "AWS::Region" }, "Name"] }""", "\"ireland\"")]
    [InlineData("""{ "Fn::FindInMap": ["M", "eu-west-1", "List"] }""", """["x","y"]""")]
    [InlineData("""{ "Fn::FindInMap": ["M", { "Ref": "Stage" }, "Size"] }""", "7")]
    [InlineData("""{ "Fn::FindInMap": ["M", "none", "Name", { "DefaultValue": { "Ref": "Stage" } }] }""", "\"prod\"")]
    [InlineData("""{ "Fn::FindInMap": ["M", { "Fn::ImportValue": "r" }, "Name"] }""", """{"Fn::FindInMap":["M",{"Fn::ImportValue":"r"},"Name"]}""")]
    // Fn::Sub, with variables, escapes and policy variables.
    [InlineData("""{ "Fn::Sub": "${Stage}-${AWS::Region}" }""", "\"prod-eu-west-1\"")]
    [InlineData("""{ "Fn::Sub": ["${A}/${Stage}", { "A": { "Fn::FindInMap": ["M", "prod", "Size"] } }] }""", "\"7/prod\"")]
    [InlineData("""{ "Fn::Sub": "${!Literal}-${Stage}" }""", "\"${Literal}-prod\"")]
    [InlineData(
        """{ "Fn::Sub": "${Bucket.Arn}/${cognito-identity.amazonaws.com:sub}/*" }""",
        "\"arn:aws:s3:::files-prod/${cognito-identity.amazonaws.com:sub}/*\""
    )]
    [InlineData("""{ "Fn::Sub": "${Stage}/${Pool}" }""", """{"Fn::Sub":"prod/${Pool}"}""")]
    [InlineData("""{ "Fn::Sub": "${AWS::StackName}-${Stage}" }""", """{"Fn::Sub":"${AWS::StackName}-prod"}""")]
    // Fn::Join, Fn::Select, Fn::Split.
    [InlineData("""{ "Fn::Join": ["-", ["a", { "Ref": "Stage" }, { "Ref": "AWS::NoValue" }]] }""", "\"a-prod\"")]
    [InlineData("""{ "Fn::Join": [":", { "Ref": "Names" }] }""", "\"a:b:c\"")]
    [InlineData("""{ "Fn::Join": ["", ["x/", { "Ref": "Pool" }, "/", { "Ref": "Stage" }]] }""", """{"Fn::Sub":"x/${Pool}/prod"}""")]
    [InlineData(
        """{ "Fn::Join": ["-", { "Fn::Split": [",", { "Fn::ImportValue": "v" }] }] }""",
        """{"Fn::Join":["-",{"Fn::Split":[",",{"Fn::ImportValue":"v"}]}]}"""
    )]
    [InlineData("""{ "Fn::Select": [1, { "Ref": "Names" }] }""", "\"b\"")]
    [InlineData("""{ "Fn::Select": ["0", { "Fn::Split": ["-", { "Ref": "AWS::Region" }] }] }""", "\"eu\"")]
    [InlineData("""{ "Fn::Select": [0, { "Fn::GetAZs": "" }] }""", """{"Fn::Select":[0,{"Fn::GetAZs":""}]}""")]
    [InlineData("""{ "Fn::Split": ["|", "a||b|"] }""", """["a","","b",""]""")]
    // The functions of AWS::LanguageExtensions.
    [InlineData("""{ "Fn::Length": { "Ref": "Names" } }""", "3")]
    [InlineData("""{ "Fn::ToJsonString": { "a": [1, { "Ref": "Stage" }] } }""", "\"{\\\"a\\\":[1,\\\"prod\\\"]}\"")]
    [InlineData("""{ "Fn::ToJsonString": { "a": { "Ref": "Pool" } } }""", """{"Fn::ToJsonString":{"a":{"Ref":"Pool"}}}""")]
    // What only AWS knows.
    [InlineData("""{ "Fn::ImportValue": { "Fn::Sub": "${Stage}-pool" } }""", """{"Fn::ImportValue":"prod-pool"}""")]
    [InlineData("""{ "Fn::Base64": { "Ref": "Stage" } }""", """{"Fn::Base64":"prod"}""")]
    [InlineData("""{ "Fn::Cidr": ["10.0.0.0/24", 2, 5] }""", """{"Fn::Cidr":["10.0.0.0/24",2,5]}""")]
    [InlineData("\"{{resolve:ssm:/a}}\"", "\"{{resolve:ssm:/a}}\"")]
    [InlineData("""{ "Ref": "Secret" }""", """{"Ref":"Secret"}""")]
    [InlineData("""{ "Fn::Sub": "x${Secret}" }""", """{"Fn::Sub":"x${Secret}"}""")]
    [InlineData("""{ "Ref": "Image" }""", """{"Ref":"Image"}""")]
    public void A_function(string value, string expected) => Assert.Equal(expected, Value(value, Known).ToString());

    [Theory]
    [InlineData("""{ "Ref": "AWS::StackName" }""", "AWS::StackName")]
    [InlineData("""{ "Fn::ImportValue": "x" }""", "Fn::ImportValue")]
    [InlineData("""{ "Fn::If": ["Imported", 1, 2] }""", "Imported")]
    [InlineData("\"{{resolve:secretsmanager:a}}\"", "{{resolve:...}}")]
    [InlineData("""{ "Ref": "Secret" }""", "Secret")]
    [InlineData("""{ "Ref": "Needed" }""", "Needed")]
    [InlineData("""[{ "Fn::GetAZs": "" }]""", "Fn::GetAZs")]
    public void What_is_not_known_is_named_with_its_place(string value, string name)
    {
        var unknown = Assert.Single(Evaluated(value, Known).Unknown);

        Assert.Equal(name, unknown.Name);
        Assert.Equal("Held", unknown.Resource);
        Assert.StartsWith("Held.Value", unknown.Place, StringComparison.Ordinal);
        Assert.Equal(name == "Needed", unknown.IsMissing);
    }

    [Theory]
    [InlineData("""{ "Ref": "Stage" }""", """{"Ref":"Stage"}""")]
    [InlineData("""{ "Ref": "AWS::Region" }""", "\"eu-west-1\"")]
    [InlineData("""{ "Fn::If": ["IsIreland", 1, 2] }""", "1")]
    [InlineData("""{ "Fn::If": ["IsProd", 1, 2] }""", """{"Fn::If":["IsProd",1,2]}""")]
    [InlineData("""{ "Fn::Sub": "${Stage}-${AWS::Region}" }""", """{"Fn::Sub":"${Stage}-eu-west-1"}""")]
    public void Without_values_parameters_stay(string value, string expected) =>
        Assert.Equal(expected, Value(value, Known with { Parameters = null }).ToString());

    [Theory]
    [InlineData("""{ "Ref": "AWS::Region" }""")]
    [InlineData("""{ "Ref": "AWS::Partition" }""")]
    [InlineData("""{ "Ref": "AWS::AccountId" }""")]
    public void Without_region_and_account_pseudo_parameters_stay(string value) =>
        Assert.Equal(Node(value), Value(value, new() { Parameters = Known.Parameters }));

    [Theory]
    [InlineData("Stage", "\"other\"", "prod, test")]
    [InlineData("Count", "\"three\"", "number")]
    [InlineData("Count", "9", "maximum of 5")]
    [InlineData("Short", "\"a\"", "minimum of 2")]
    [InlineData("Short", "\"abcde\"", "maximum of 4")]
    [InlineData("Short", "\"AB\"", "[a-z]*")]
    [InlineData("Short", "[\"ab\"]", "text")]
    [InlineData("Names", "{\"a\":1}", "list")]
    public void A_value_that_its_parameter_does_not_take(string name, string value, string reason)
    {
        var error = Assert.Throws<DefinitionException>(() => Value("1", With(name, value)));

        Assert.Equal(nameof(Messages.ParameterValueInvalid), error.ErrorId);
        Assert.Contains($"'{name}'", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Stage", "\"test\"", """{ "Ref": "Stage" }""", "\"test\"")]
    [InlineData("Count", "5", """{ "Ref": "Count" }""", "\"5\"")]
    [InlineData("Count", "1", """{ "Ref": "Count" }""", "\"1\"")]
    [InlineData("Short", "\"abcd\"", """{ "Ref": "Short" }""", "\"abcd\"")]
    [InlineData("Short", "\"ab\"", """{ "Ref": "Short" }""", "\"ab\"")]
    [InlineData("Names", "\"x,y\"", """{ "Ref": "Names" }""", """["x","y"]""")]
    [InlineData("Names", "[\"x\",\"y\"]", """{ "Ref": "Names" }""", """["x","y"]""")]
    [InlineData("Image", "\"ami-1\"", """{ "Ref": "Image" }""", "\"ami-1\"")]
    [InlineData("Needed", "\"\"", """{ "Fn::If": ["OfNeeded", 1, 2] }""", "1")]
    public void A_value_is_taken_for_the_default(string name, string value, string function, string expected) =>
        Assert.Equal(expected, Value(function, With(name, value)).ToString());

    [Fact]
    public void A_secret_is_shown_neither_by_the_tree_nor_by_an_error()
    {
        var template = Template("""{ "Fn::Join": ["", [{ "Ref": "Secret" }, { "Ref": "Short" }]] }""").ToString();
        var evaluated = TemplateEvaluator.Evaluate(JsonTemplates.Read(template), With("Secret", "\"opensesame\""));

        Assert.DoesNotContain("opensesame", evaluated.Root.ToString(), StringComparison.Ordinal);
        Assert.Equal(ProviderSecret.From("opensesame"), evaluated.Secrets["Secret"]);

        template = template.Replace("\"NoEcho\":true", "\"NoEcho\":true,\"MaxLength\":3", StringComparison.Ordinal);
        var error = Assert.Throws<DefinitionException>(() => TemplateEvaluator.Evaluate(JsonTemplates.Read(template), With("Secret", "\"opensesame\"")));
        Assert.DoesNotContain("opensesame", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_that_a_condition_compares_is_not_kept_for_others()
    {
        var evaluated = TemplateEvaluator.Evaluate(
            Template("""[{ "Fn::If": ["OfBucket", 1, 2] }, { "Ref": "Hidden" }, { "Fn::GetAtt": ["Hidden", "Arn"] }]"""),
            With("Secret", "\"opensesame\"")
        );

        Assert.DoesNotContain("opensesame", evaluated.Root.At("Resources")!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_is_a_secret_is_named_by_its_parameter()
    {
        var error = Assert.Throws<DefinitionException>(() => Value("""{ "Fn::If": ["OfMapping", 1, 2] }""", With("Secret", "\"opensesame\"")));

        Assert.Equal(nameof(Messages.MappingNotFound), error.ErrorId);
        Assert.Contains("Secret", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("opensesame", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "Ref": "Needed" }""")]
    [InlineData("""{ "Fn::Sub": "x${Needed}" }""")]
    public void What_AWS_looks_up_is_named_where_a_parameter_brings_it(string value)
    {
        var unknown = Assert.Single(Evaluated(value, With("Needed", "\"{{resolve:ssm:/a}}\"")).Unknown);

        Assert.Equal("{{resolve:...}}", unknown.Name);
    }

    [Fact]
    public void A_value_that_a_condition_lacks_can_be_asked_for()
    {
        var unknown = Evaluated("""{ "Fn::If": ["OfNeeded", 1, 2] }""", Known).Unknown;

        Assert.Equal([("OfNeeded", false), ("Needed", true)], unknown.Select(value => (value.Name, value.IsMissing)));
    }

    [Fact]
    public void An_ARN_is_not_made_up_without_its_account()
    {
        const string Arn = """{"Fn::GetAtt":["Table","Arn"]}""";

        Assert.Equal(Arn, Value(Arn, Known with { AccountId = null }).ToString());
        Assert.Equal("\"arn:aws:s3:::files-prod\"", Value("""{ "Fn::GetAtt": "Bucket.Arn" }""", Known with { AccountId = null }).ToString());
    }

    [Fact]
    public void A_condition_that_is_not_known_is_named_once()
    {
        var root = Template("1").ToString().Replace("\"Held\":{\"Type\"", "\"Held\":{\"Condition\":\"Imported\",\"Type\"", StringComparison.Ordinal);

        var unknown = Assert.Single(TemplateEvaluator.Evaluate(JsonTemplates.Read(root), Known).Unknown);
        Assert.Equal(("Held", "Imported"), (unknown.Resource, unknown.Name));
    }

    [Fact]
    public void A_value_for_a_parameter_that_is_not_there()
    {
        var error = Assert.Throws<DefinitionException>(() => Value("1", With("Stege", "\"prod\"")));

        Assert.Equal(nameof(Messages.ParameterValueUnknown), error.ErrorId);
        Assert.Contains("Stage, Count", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "Fn::If": ["None", 1, 2] }""", "ConditionUnknown", "None")]
    [InlineData("""{ "Fn::If": ["Turning", 1, 2] }""", "ConditionCycle", "Turn")]
    [InlineData("""{ "Fn::If": ["Odd", 1, 2] }""", "ConditionMalformed", "Odd")]
    [InlineData("""{ "Fn::FindInMap": ["M", "none", "Name"] }""", "MappingNotFound", "none")]
    [InlineData("""{ "Fn::Select": [3, { "Ref": "Names" }] }""", "SelectOutOfRange", "3")]
    public void A_template_that_CloudFormation_refuses(string value, string errorId, string named)
    {
        var error = Assert.Throws<DefinitionException>(() => Value(value, Known));

        Assert.Equal(errorId, error.ErrorId);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("IsTest", false)]
    [InlineData("IsProd", true)]
    [InlineData("Imported", null)]
    public void A_resource_and_an_output_under_a_condition(string condition, bool? isThere)
    {
        var root = JsonTemplates.Read(
            $$"""
            {
              {{Sections}},
              "Resources": {
                "Pool": { "Type": "AWS::Cognito::IdentityPool", "DependsOn": ["Extra", "Other"], "Properties": { "AllowUnauthenticatedIdentities": false } },
                "Extra": { "Type": "AWS::IAM::Role", "Condition": "{{condition}}", "Properties": { "RoleName": "r" } },
                "Other": { "Type": "AWS::SNS::Topic" }
              },
              "Outputs": { "Id": { "Condition": "{{condition}}", "Value": { "Ref": "Stage" } } }
            }
            """
        );
        var evaluated = (TemplateMapping)TemplateEvaluator.Evaluate(root, Known).Root;
        var resources = (TemplateMapping)evaluated["Resources"]!;
        var depends = ((TemplateMapping)resources["Pool"]!)["DependsOn"]!.ToString();

        Assert.Equal(isThere != false, resources["Extra"] is not null);
        Assert.Equal(isThere != false, ((TemplateMapping)evaluated["Outputs"]!)["Id"] is not null);
        Assert.Equal(isThere == false ? """["Other"]""" : """["Extra","Other"]""", depends);
        Assert.Equal(isThere is null, (resources["Extra"] as TemplateMapping)?["Condition"] is not null);
    }

    [Fact]
    public void Text_that_grows_without_end_is_stopped()
    {
        var call = """{ "Ref": "Short" }""";
        for (var level = 0; level < 24; level++)
        {
            call = $$"""{ "Fn::ToJsonString": ["\"\"\"\"", {{call}}] }""";
        }

        var error = Assert.Throws<DefinitionException>(() => Value(call, Known));
        Assert.Equal(nameof(Messages.EvaluationTooLarge), error.ErrorId);
    }

    [Fact]
    public void What_is_evaluated_stays_as_it_is_when_it_is_evaluated_again()
    {
        foreach (var name in FieldTemplates.Names.Where(name => !name.StartsWith("10", StringComparison.Ordinal)))
        {
            var root = new YamlTemplateText().Read(FieldTemplates.Text(name));
            var once = TemplateEvaluator.Evaluate(root, Known).Root;

            Assert.Equal(once, TemplateEvaluator.Evaluate(once, Known).Root);
        }
    }

    private static TemplateNode Node(string json) => new JsonTemplateText().Read(json);

    private static EvaluationInput With(string name, string value) => Known with { Parameters = new Dictionary<string, TemplateNode> { [name] = Node(value) } };

    private static TemplateNode Value(string value, EvaluationInput input) =>
        ((TemplateMapping)((TemplateMapping)((TemplateMapping)((TemplateMapping)Evaluated(value, input).Root)["Resources"]!)["Held"]!)["Properties"]!)[
            "Value"
        ]!;

    private static EvaluatedTemplate Evaluated(string value, EvaluationInput input) => TemplateEvaluator.Evaluate(Template(value), input);

    private static TemplateMapping Template(string value) =>
        JsonTemplates.Read(
            $$"""
            {
              {{Sections}},
              "Resources": {
                "Held": { "Type": "AWS::IAM::Role", "Properties": { "Value": {{value}} } },
                "Pool": { "Type": "AWS::Cognito::IdentityPool", "Properties": { "IdentityPoolName": "shop" } },
                "Bucket": { "Type": "AWS::S3::Bucket", "Properties": { "BucketName": { "Fn::Sub": "files-${Stage}" } } },
                "Table": { "Type": "AWS::DynamoDB::Table", "Properties": { "TableName": "orders" } },
                "Hidden": { "Type": "AWS::S3::Bucket", "Properties": { "BucketName": { "Ref": "Secret" } } },
                "Unnamed": { "Type": "AWS::DynamoDB::Table" }
              }
            }
            """
        );
}
