using System.Reflection;
using AchieveApex.Api.Resources;
using AchieveApex.Application.Contacts;
using AchieveApex.Application.Resources;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Xunit;

namespace AchieveApex.Api.Tests.Routes;

public sealed class DirectActionTests
{
    [Fact]
    public void An_action_of_an_id_and_a_body_is_called() => Assert.NotNull(Use(nameof(Odd.Plain)));

    [Theory]
    [InlineData(nameof(Odd.Numbered))]
    [InlineData(nameof(Odd.Silent))]
    public void An_action_that_takes_or_answers_with_something_else_stops_the_start(string action) =>
        Assert.Contains(action, Assert.ThrowsAny<Exception>(() => Use(action)).GetBaseException().Message, StringComparison.Ordinal);

    [Fact]
    public void A_filter_which_nobody_would_run_stops_the_start()
    {
        var filter = new FilterDescriptor(new ResponseCacheAttribute(), FilterScope.Action);
        var error = Assert.Throws<InvalidOperationException>(() => Use(nameof(Odd.Plain), filter));
        Assert.Contains("write a behavior", error.Message, StringComparison.Ordinal);
    }

    private static RequestDelegate? Use(string method, params FilterDescriptor[] filters)
    {
        var action = new ControllerActionDescriptor
        {
            ControllerTypeInfo = typeof(Odd).GetTypeInfo(),
            MethodInfo = typeof(Odd).GetMethod(method)!,
            DisplayName = method,
            FilterDescriptors = filters,
        };
        var endpoint = new RouteEndpointBuilder(null, RoutePatternFactory.Parse("/odd"), 0) { Metadata = { action } };
        DirectAction.Use(endpoint);
        return endpoint.RequestDelegate;
    }

    internal sealed class Odd(IMediator mediator) : ApiController(mediator)
    {
        public Task<ActionResult<ContactView>> Plain(RecordId id, Input<ContactFields> input) => Send(new PatchContact(id, input));

        public Task<ActionResult<ContactView>> Numbered(int id) => Send(new GetContact(id));

        public static void Silent() { }
    }
}
